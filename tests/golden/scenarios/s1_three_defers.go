// Three deferred calls of one function run in reverse order.
package main

import "fmt"

func three() {
	defer fmt.Println("f1")
	defer fmt.Println("f2")
	defer fmt.Println("f3")
}

func main() {
	three()
}
