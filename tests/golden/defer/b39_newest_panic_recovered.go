// A panic in a deferred call while panicking is stacked on the older one; recover returns the newest.
package main

import "fmt"

func main() {
	defer func() {
		fmt.Println("recovered:", recover())
		fmt.Println("again:", recover())
	}()
	defer func() { panic("third") }()
	defer func() { panic("second") }()
	panic("first")
}
