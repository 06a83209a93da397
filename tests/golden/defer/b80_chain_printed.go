// A crash prints the chain of panics, oldest first, each newer one after a tab.
package main

import "fmt"

func main() {
	defer func() { panic(fmt.Errorf("third, %w", fmt.Errorf("an error"))) }()
	defer func() { panic(2.5) }()
	defer fmt.Println("deferred prints come first")
	panic("first")
}
