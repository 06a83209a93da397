// Interfaces: methods have unique names; only interfaces are embedded in ordinary ones.
package main

import "fmt"

type A interface {
	m()
	m() // ERROR `^duplicate method m`
	_() // ERROR `^methods must have a unique non-blank name`
}

type B interface{ m(int) }
type C interface{ m(string) }
type D interface {
	B
	C // ERROR `^duplicate method m`
}
type E interface {
	B
	B
	m(int)
}
type F interface {
	B // ERROR `^duplicate method m`
	m(string)
}
type G interface{ fmt.Stringer; String() string }
type H interface{ int }
type J interface{ ~string | int }
type K interface{ comparable; m() }

var h H // ERROR `^cannot use type H outside a type constraint: interface contains type constraints`
var j J // ERROR `^cannot use type J outside a type constraint: interface contains type constraints`
var k K // ERROR `^cannot use type K outside a type constraint: interface is \(or embeds\) comparable`
var l interface{ A | B } // ERROR `^cannot use main\.A in union \(main\.A contains methods\)` `^cannot use main\.B in union \(main\.B contains methods\)`
var o []J // ERROR `^cannot use type J outside a type constraint: interface contains type constraints`

func f(x H) (y K) { return } // ERROR `^cannot use type H outside a type constraint: interface contains type constraints` `^cannot use type K outside a type constraint: interface is \(or embeds\) comparable`

func main() {}
