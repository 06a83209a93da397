// A composite literal in a condition needs parentheses.
package main

type T struct{ x int }

func main() {
	if T{1} == (T{1}) { // ERROR `^syntax error: unexpected == at end of statement$`
	}
	for _, x := range []T{{1}} {
		_ = x
	}
}
