// A call of a nil function value crashes with the signal line.
package main

var f func(int) int

func main() {
	println(f(1))
}
