// A method call of a nil interface value crashes with the address of the method table's entry.
package main

type I interface {
	A()
	B()
}

var i I

func main() {
	i.B()
}
