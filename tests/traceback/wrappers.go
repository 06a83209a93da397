// Deferred panics: the wrapper made for the statement is what panics.
package main

func main() {
	defer panic(2)
	defer panic(3)
}
