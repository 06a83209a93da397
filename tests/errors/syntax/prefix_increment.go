// There is no prefix form of ++.
package main

func main() {
	x := 1
	++x // ERROR `^syntax error: unexpected \+\+, expected \}$`
}
