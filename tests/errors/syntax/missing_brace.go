// A function body that is not closed.
package main

func f() {
	if true {
		println()
}

func main() { // ERROR `^syntax error: unexpected name main, expected \($`
}
