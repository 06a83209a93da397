// Predeclared names can be declared again.
package main

type int string

const true = false

var nil = 1

func len(x int) int { return x }

var x int = "s"
var y = len(x)
var z bool = true

func main() {
	var string = 1
	_ = string
	var s string // ERROR `^string \(local variable\) is not a type`
	_ = s
	any := 2
	_ = any + nil
}
