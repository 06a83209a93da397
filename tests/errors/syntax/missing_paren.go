// Argument lists and parameter lists that are not closed.
package main

func main() {
	println("a" // ERROR `^syntax error: unexpected newline in argument list; possibly missing comma or \)$`
	println("b")
}
