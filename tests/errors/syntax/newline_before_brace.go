// The opening brace must stand on the line of its statement.
package main

func main()
{ // ERROR `^syntax error: unexpected semicolon or newline before \{$`
	println()
}
