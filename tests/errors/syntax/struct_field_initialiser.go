// A struct field has no initial value.
package main

type C struct {
	a int = 1 // ERROR `^syntax error: unexpected = in struct type; possibly missing semicolon or newline or \}$`
}

func main() {}
