// A panic in a deferred call on normal return: the rest of the frame runs, the panic goes to the caller.
package main

import "fmt"

func f() int {
	defer fmt.Println("f 1")
	defer func() { panic("while returning") }()
	defer fmt.Println("f 3")
	return 1
}

func g() {
	defer func() { fmt.Println("g recovered:", recover()) }()
	fmt.Println("result", f())
}

func main() {
	g()
	fmt.Println("main goes on")
}
