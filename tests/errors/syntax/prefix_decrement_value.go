// There is no prefix form of --.
package main

func main() {
	x := 1
	z := --x // ERROR `^syntax error: unexpected --, expected expression$`
	_ = z
}
