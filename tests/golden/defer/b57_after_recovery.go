// After recovery the deferred function ends, the rest of the frame's calls run, the frame returns to its caller.
package main

import "fmt"

func f() (s string) {
	defer func() { s += " last" }()
	defer func() {
		recover()
		s += " recovered"
		for range 2 {
			s += " continues"
		}
	}()
	s = "start"
	panic("p")
}

func main() {
	fmt.Println(f())
	fmt.Println("caller goes on")
}
