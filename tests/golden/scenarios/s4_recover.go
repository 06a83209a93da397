// recover answers in a deferred function only; what is left to run runs after it.
package main

import "fmt"

func notDeferred() {
	defer fmt.Println("after")
	fmt.Println("recover:", recover())
}

func recovers() {
	defer fmt.Println("defer 1")
	defer func() {
		fmt.Println("defer 2 before")
		if r := recover(); r != nil {
			fmt.Println("recovered:", r)
		}
		fmt.Println("defer 2 after")
	}()
	defer fmt.Println("defer 3")
	panic("boom")
}

func main() {
	notDeferred()
	recovers()
}
