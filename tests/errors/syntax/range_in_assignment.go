// range belongs to for.
package main

func main() {
	x := range y // ERROR `^syntax error: unexpected keyword range, expected expression$`
}
