// break leaves the innermost for, switch or select; continue the innermost for.
package main

import "fmt"

func main() {
	for i := range 5 {
		switch {
		case i == 1:
			break
		case i == 2:
			continue
		case i == 4:
			for {
				break
			}
			fallthrough
		default:
			fmt.Print("d", i, " ")
		}
		fmt.Print("e", i, " ")
	}
	ch := make(chan int, 4)
	for i := 0; i < 4; i++ {
		select {
		case ch <- i:
			if i == 1 {
				break
			}
			fmt.Print("s", i, " ")
		}
	}
	fmt.Println(len(ch))
	total := 0
	for i := 0; i < 10; i++ {
		if i%2 == 0 {
			continue
		}
		switch v := any(i).(type) {
		case int:
			if v > 6 {
				break
			}
			total += v
		}
	}
	fmt.Println(total)
}
