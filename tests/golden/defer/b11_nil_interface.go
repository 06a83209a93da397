// A method of a nil interface panics at the statement, for a defer and for a method value.
package main

import "fmt"

type I interface{ M() }

func statement() {
	defer func() { fmt.Println("recovered:", recover()) }()
	var i I
	defer i.M()
	fmt.Println("not reached")
}

func value() {
	defer func() { fmt.Println("recovered:", recover()) }()
	var i I
	f := i.M
	fmt.Println("not reached")
	f()
}

func main() {
	statement()
	value()
}
