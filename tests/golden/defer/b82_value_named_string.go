// A crash prints a value of a named string type with its type and quotes.
package main

type Name string

func main() {
	panic(Name("bob\t\"x\""))
}
