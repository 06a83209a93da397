// defer works in init functions and in literals that initialise package variables.
package main

import "fmt"

var a = func() (n int) {
	defer func() { n *= 2 }()
	defer fmt.Println("initialising a")
	return 21
}()

var b = func() (s string) {
	defer func() { s = fmt.Sprint("recovered ", recover()) }()
	panic(a)
}()

func init() {
	defer fmt.Println("end of init")
	fmt.Println("init", a, b)
}

func main() {
	fmt.Println("main", a, b)
}
