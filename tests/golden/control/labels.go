// Labelled break and continue of loops, switches and selects; labels of blocks.
package main

import "fmt"

func main() {
outer:
	for i := 0; i < 4; i++ {
		for j := range 4 {
			switch {
			case j == 2:
				continue outer
			case i == 2:
				break outer
			case i == 1:
				break
			}
			fmt.Print(i, j, " ")
		}
		fmt.Print("never")
	}
sw:
	switch x := 1; x {
	case 1:
		for {
			break sw
		}
		fmt.Print("never")
	default:
		fmt.Print("never")
	}
	var m map[int]bool
block:
	{
		if m != nil {
			goto block
		}
		fmt.Print("block ")
	}
	ch := make(chan int, 1)
loop:
	for n := 0; ; n++ {
		select {
		case ch <- n:
		case v := <-ch:
			if v > 2 {
				break loop
			}
			fmt.Print("v", v, " ")
			continue loop
		}
	}
	m = map[int]bool{1: true}
rng:
	for range m {
		for range "ab" {
			continue rng
		}
	}
	fmt.Println()
}
