// All forms of for: three clauses with parts missing, condition only, endless, range over an integer.
package main

import "fmt"

type Count uint8

func next(n *int) bool { *n++; return *n < 4 }

func main() {
	for i := 0; i < 3; i++ {
		fmt.Print(i, " ")
	}
	i := 0
	for i < 3 {
		i++
	}
	for i < 6 {
		i += 2
	}
	for {
		if i++; i > 10 {
			break
		}
	}
	fmt.Println(i)
	for n := 0; next(&n); {
		fmt.Print(n, " ")
	}
	for i := range 3 {
		fmt.Print(i, " ")
		i = 10
	}
	for range 2 {
		fmt.Print("x ")
	}
	var c Count = 2
	for k := range c {
		fmt.Printf("%T%d ", k, k)
	}
	for k := range int64(2) {
		fmt.Printf("%T%d ", k, k)
	}
	for range -5 {
		fmt.Print("never")
	}
	n := 3
	for k := range n {
		n = 10
		fmt.Print(k, " ")
	}
	const limit = 2
	for j := range limit {
		fmt.Printf("%T%d ", j, j)
	}
	fmt.Println()
}
