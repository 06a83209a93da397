// `defer recover()` returns nil and the panic goes on.
package main

import "fmt"

func f() {
	defer recover()
	defer fmt.Println("f's other call")
	panic("goes on")
}

func main() {
	defer func() { fmt.Println("caught in main:", recover()) }()
	f()
	fmt.Println("not reached")
}
