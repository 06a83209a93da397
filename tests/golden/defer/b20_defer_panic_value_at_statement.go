// `defer panic(v)` evaluates v at the statement.
package main

import "fmt"

func f() {
	v := "early"
	defer panic(v)
	v = "late"
	fmt.Println("body", v)
}

func main() {
	defer func() { fmt.Println("recovered:", recover()) }()
	f()
}
