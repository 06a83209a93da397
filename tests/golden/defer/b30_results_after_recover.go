// After a recovered panic an unnamed result is zero unless a completed return had set it.
package main

import "fmt"

func neverReturned() (int, string, error) {
	defer func() { recover() }()
	panic("before any return")
}

func returnedThenPanicked() (int, string) {
	defer func() { recover() }()
	defer func() { panic("after the return") }()
	return 5, "set"
}

func named() (n int) {
	defer func() {
		if recover() != nil {
			n = -n
		}
	}()
	n = 8
	panic("named")
}

func main() {
	fmt.Println(neverReturned())
	fmt.Println(returnedThenPanicked())
	fmt.Println(named())
}
