// A deferred method of a nil interface crashes at the statement.
package main

type I interface{ M() }

var i I

func main() {
	defer println("registered")
	defer i.M()
	println("never")
}
