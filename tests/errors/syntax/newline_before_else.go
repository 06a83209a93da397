// else must follow the closing brace on its line.
package main

func main() {
	if true {
	}
	else { // ERROR `^syntax error: unexpected keyword else, expected \}$`
	}
}
