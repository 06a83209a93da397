// A deferred literal defers itself and calls a function that does: each runs its own at its own end.
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
