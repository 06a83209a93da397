// defer f()() calls f now; defer un(trace()) runs trace now and spreads its results.
package main

import "fmt"

func enter(name string) func() {
	fmt.Println("enter", name)
	return func() { fmt.Println("leave", name) }
}

func trace(s string) (string, int) {
	fmt.Println("trace", s)
	return s, len(s)
}

func un(s string, n int) { fmt.Println("un", s, n) }

func main() {
	defer enter("main")()
	defer un(trace("abc"))
	defer fmt.Println(trace("printed"))
	fmt.Println("body")
}
