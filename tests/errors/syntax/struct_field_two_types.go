// A struct field with two types.
package main

type A struct {
	z int string // ERROR `^syntax error: unexpected name string in struct type; possibly missing semicolon or newline or \}$`
}

func main() {}
