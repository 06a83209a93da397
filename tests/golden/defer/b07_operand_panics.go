// If an operand panics the call is not registered; earlier ones run.
package main

import "fmt"

func bad() int { panic("operand") }

func f() {
	defer func() { fmt.Println("recovered:", recover()) }()
	defer fmt.Println("registered before")
	defer fmt.Println("never registered", bad())
	defer fmt.Println("not reached")
}

func g(xs []int) {
	defer func() { fmt.Println("recovered:", recover()) }()
	defer fmt.Println("never registered", xs[3])
}

func main() {
	f()
	g([]int{1})
}
