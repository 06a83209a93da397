// Interface methods have no func keyword.
package main

type B interface {
	func n() // ERROR `^syntax error: unexpected name n, expected \($`
}

func main() {}
