// Return operands are assigned to the results before the deferred calls run.
package main

import "fmt"

func f() (r int) {
	defer func() {
		fmt.Println("deferred sees", r)
		r += 5
	}()
	return 10
}

func g() (a, b int) {
	defer func() { a, b = b, a }()
	return 1, 2
}

func arg() int { fmt.Println("operand"); return 3 }

func h() int {
	defer fmt.Println("deferred")
	return arg()
}

func main() {
	fmt.Println(f())
	fmt.Println(g())
	fmt.Println(h())
}
