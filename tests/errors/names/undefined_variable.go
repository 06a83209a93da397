// A name that is not declared.
package main

func main() {
	x := y + 1 // ERROR `^undefined: y$`
	_ = x
	z = 3 // ERROR `^undefined: z$`
	foo() // ERROR `^undefined: foo$`
	var t Missing // ERROR `^undefined: Missing$`
	_ = t
}
