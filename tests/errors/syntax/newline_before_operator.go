// A line that starts with an operator or a selector.
package main

func main() {
	x := 1
	  + 2
	y := x
	  .z // ERROR `^syntax error: unexpected \., expected \}$`
	_ = y
}
