// A nil function value panics when the call would run; the other calls still run.
package main

import "fmt"

func f() {
	defer func() { fmt.Println("recovered:", recover()) }()
	defer fmt.Println("runs after the nil call")
	var g func()
	defer g()
	defer fmt.Println("runs before the nil call")
	fmt.Println("after the statement")
}

func withArgument() {
	defer func() { fmt.Println("recovered:", recover()) }()
	var g func(int) int
	defer g(1)
	fmt.Println("body")
}

func main() {
	f()
	withArgument()
}
