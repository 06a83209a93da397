// Variables are initialised in the order of their dependencies; no error.
package main

var a = c + b
var b = f()
var c = 1

func f() int {
	c++
	return c
}

var x, y = g()

func g() (int, int) { return z, z }

var z = 3

var rec func(int) int

func init() { rec = func(n int) int { return rec(n - 1) } }

func even(n int) bool { return n == 0 || odd(n-1) }
func odd(n int) bool  { return n != 0 && even(n-1) }

var isEven = even(4)

func main() {}
