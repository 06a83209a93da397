// A nil dereference in a function with deferred calls has the signal line, with the address of the field.
package main

type T struct{ a, b int }

var p *T

func main() {
	defer println("deferred")
	p.b = 1
}
