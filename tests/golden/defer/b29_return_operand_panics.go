// If a return operand panics, results keep what they had before the return statement.
package main

import "fmt"

func bad() int { panic("bad") }

func named() (a, b int) {
	defer func() { recover() }()
	a, b = 1, 2
	return 7, bad()
}

func unnamed() (int, int) {
	defer func() { recover() }()
	return 7, bad()
}

func division(n int) (q int) {
	defer func() { fmt.Println("recovered:", recover(), "q is", q) }()
	q = -1
	return 10 / n
}

func main() {
	fmt.Println(named())
	fmt.Println(unnamed())
	fmt.Println(division(2))
	fmt.Println(division(0))
}
