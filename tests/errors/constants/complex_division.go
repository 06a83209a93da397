// A complex divisor whose square vanishes counts as zero.
package main

const (
	a = 1 / 1e-600000000i // ERROR `^invalid operation: division by zero$`
	b = 1i / 1e-600000000 // ERROR `^invalid operation: division by zero$`
	c = 1i / (1e-600000000 + 1e-600000000i) // ERROR `^invalid operation: division by zero$`
	d = 1i / 2i
)

func main() {}
