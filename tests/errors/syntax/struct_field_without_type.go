// Struct fields in a list need a type.
package main

type A struct {
	x, y // ERROR `^syntax error: unexpected newline, expected type$`
}

func main() {}
