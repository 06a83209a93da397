// A second recover returns nil, in the same and in later deferred calls.
package main

import "fmt"

func main() {
	defer func() { fmt.Println("third:", recover()) }()
	defer func() { fmt.Println("second:", recover()) }()
	defer func() {
		fmt.Println("first:", recover())
		fmt.Println("first again:", recover())
	}()
	panic("only one")
}
