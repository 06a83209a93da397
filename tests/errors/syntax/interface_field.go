// An interface has no fields.
package main

type B interface {
	m()
	x int // ERROR `^syntax error: unexpected name int in interface type; possibly missing semicolon or newline or \}$`
}

func main() {}
