// Keywords cannot be assigned to.
package main

func main() {
	type := 2 // ERROR `^syntax error: unexpected :=, expected name$`
}
