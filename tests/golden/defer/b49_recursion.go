// Each activation of a recursive function has its own deferred calls.
package main

import "fmt"

func down(n int) (depth int) {
	defer func() { fmt.Println("leaving", n, depth) }()
	if n == 0 {
		return 0
	}
	return down(n-1) + 1
}

func unwind(n int) {
	defer func() {
		if n%2 == 0 {
			fmt.Println("level", n, "recovers", recover())
		} else {
			fmt.Println("level", n)
		}
	}()
	if n == 3 {
		panic("bottom")
	}
	unwind(n + 1)
	fmt.Println("level", n, "goes on")
}

func main() {
	fmt.Println(down(3))
	unwind(0)
}
