// Article 1, 4.1: a callee with a defer, with and without the "directive" of the article.
package main

import "fmt"

func inner() {
	defer fmt.Println("inner")
}

func outer() {
	defer fmt.Println("outer")
	inner()
	fmt.Println("outer body end")
}

//go:inline
func innerInline() {
	defer fmt.Println("inner with directive")
}

//go:noinline
func innerNoinline() {
	defer fmt.Println("inner noinline")
}

func outer2() {
	defer fmt.Println("outer2")
	innerInline()
	innerNoinline()
	fmt.Println("outer2 body end")
}

func main() {
	outer()
	outer2()
}
