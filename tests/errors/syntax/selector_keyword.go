// Keywords cannot be selected.
package main

func main() {
	x.map() // ERROR `^syntax error: unexpected keyword map, expected name or \($`
}
