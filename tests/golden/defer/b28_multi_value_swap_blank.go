// Multi-value returns, swaps and blank results are stored before the deferred calls.
package main

import "fmt"

func pair() (int, string) { return 4, "four" }

func multi() (n int, s string) {
	defer func() { fmt.Println("deferred:", n, s); n++ }()
	return pair()
}

func swap() (x, y int) {
	x, y = 1, 2
	defer func() { fmt.Println("deferred:", x, y) }()
	return y, x
}

func blank() (_ int, s string, _ error) {
	defer func() { s += "!" }()
	return 7, "blank", fmt.Errorf("kept")
}

func main() {
	fmt.Println(multi())
	fmt.Println(swap())
	fmt.Println(blank())
}
