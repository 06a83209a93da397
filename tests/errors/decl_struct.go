// Fields: names are unique, embedded fields are type names or pointers to such.
package main

import "io"
import "unsafe"

type I interface{ m() }
type P *int
type T struct{ x int }

type A struct {
	a, b int
	a    string // ERROR `^a redeclared`
	_, _ int
}

type B struct {
	T
	*T // ERROR `^T redeclared`
	io.Reader
	Reader int // ERROR `^Reader redeclared`
	I
	*I // ERROR `^embedded field type cannot be a pointer to an interface` `^I redeclared`
	P // ERROR `^embedded field type cannot be a pointer`
	x int
	error
	unsafe.Pointer // ERROR `^embedded field type cannot be unsafe\.Pointer`
}

type C struct {
	int
	string
	int `tag` // ERROR `^int redeclared`
}

type D struct {
	f int "tag1"
	g int `tag2`
}

func main() { var d D; _ = d.x } // ERROR `^d\.x undefined \(type D has no field or method x\)`
