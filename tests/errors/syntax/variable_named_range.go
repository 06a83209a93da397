// range is not an operand of an assignment.
package main

func main() {
	range = 3 // ERROR `^syntax error: unexpected keyword range, expected \}$`
}
