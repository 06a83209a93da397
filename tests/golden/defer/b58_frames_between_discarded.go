// Frames between the panic and the recovering frame are gone; their deferred calls have run.
package main

import "fmt"

func deep(n int) {
	defer fmt.Println("leave", n)
	if n == 0 {
		panic("at the bottom")
	}
	deep(n - 1)
	fmt.Println("never", n)
}

func main() {
	func() {
		defer func() { fmt.Println("recovered:", recover()) }()
		deep(4)
	}()
	fmt.Println("main goes on")
}
