// Declarations without a type or value.
package main

var x // ERROR `^syntax error: unexpected newline, expected type$`
const y
type T // ERROR `^syntax error: unexpected newline in type declaration$`
func f(a, b) {}
func g(a int, b) {} // ERROR `^syntax error: missing parameter type$`
func h(int, b string) {}
var z int =

func main() {} // ERROR `^syntax error: unexpected name main, expected \($`
