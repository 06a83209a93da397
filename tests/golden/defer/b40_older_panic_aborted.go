// When the newer panic is recovered at or above the older one's frame, the older does not come back.
package main

import "fmt"

func inner() {
	defer func() { panic("newer") }()
	panic("older")
}

func sameFrame() {
	defer func() { fmt.Println("same frame:", recover()) }()
	defer func() { panic("newer") }()
	panic("older")
}

func caller() {
	defer func() { fmt.Println("caller:", recover()) }()
	inner()
}

func main() {
	defer fmt.Println("main sees", recover())
	sameFrame()
	caller()
	fmt.Println("no panic is left")
}
