// A deferred nil function value crashes when it would run, with the signal line.
package main

var f func()

func main() {
	defer println("runs after")
	defer f()
	println("body")
}
