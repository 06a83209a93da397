// Article 1, chapter 1, scenario table row 4: `defer fmt.Println("after"); recover()` with and without a panic.
package main

import "fmt"

func withoutPanic() {
	defer fmt.Println("after")
	fmt.Println("recover:", recover())
}

func withPanic() {
	defer fmt.Println("after")
	fmt.Println("recover:", recover())
	panic("boom")
}

func main() {
	withoutPanic()
	defer func() { fmt.Println("main recovered:", recover()) }()
	withPanic()
	fmt.Println("not reached")
}
