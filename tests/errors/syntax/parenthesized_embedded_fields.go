// Embedded types stand without parentheses; each one is reported.
package main

type B struct{}

type T struct {
	x (int)
	(B)   // ERROR `^syntax error: cannot parenthesize embedded type$`
	(*B)  // ERROR `^syntax error: cannot parenthesize embedded type$`
	*(B)  // ERROR `^syntax error: cannot parenthesize embedded type$`
	y int
}

func main() {}
