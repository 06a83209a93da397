// x-- is not an argument.
package main

func main() {
	x := 1
	f(x--) // ERROR `^syntax error: unexpected -- in argument list; possibly missing comma or \)$`
}
