// An index expression needs an index.
package main

func main() {
	var sl []int
	_ = sl[] // ERROR `^syntax error: unexpected \], expected operand$`
}
