// A slice type needs an element type.
package main

var c [] // ERROR `^syntax error: unexpected newline, expected type$`

func main() {}
