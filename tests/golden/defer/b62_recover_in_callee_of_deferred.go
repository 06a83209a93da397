// A call deferred by a function that the deferred function calls cannot see the panic in flight.
package main

import "fmt"

func callee() {
	defer func() { fmt.Println("callee's deferred call:", recover()) }()
	fmt.Println("callee")
}

func main() {
	defer func() {
		callee()
		fmt.Println("deferred function:", recover())
	}()
	panic("in flight")
}
