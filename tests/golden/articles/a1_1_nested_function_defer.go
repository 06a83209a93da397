// Article 1, chapter 1, scenario table row 2: a deferred closure of the outer function calls a function with defers.
package main

import "fmt"

func inner() {
	defer fmt.Println("inner d1")
	defer fmt.Println("inner d2")
	fmt.Println("inner body")
}

func outer() {
	defer func() {
		defer fmt.Println("outer d1, nested")
		inner()
		fmt.Println("outer d1")
	}()
	defer fmt.Println("outer d2")
	fmt.Println("outer body")
}

func main() {
	outer()
}
