// The deferred calls of a callee belong to the callee.
package main

import "fmt"

func inner() {
	defer fmt.Println("inner")
}

func outer() {
	defer fmt.Println("outer")
	inner()
	fmt.Println("body end")
}

func main() {
	outer()
}
