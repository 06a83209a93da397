// Function value and arguments are evaluated at the defer statement, in the usual order.
package main

import "fmt"

func f(name string, n int) func(int, int) {
	fmt.Println("function value", name)
	return func(a, b int) { fmt.Println("run", name, n, a, b) }
}

func arg(n int) int {
	fmt.Println("argument", n)
	return n
}

func main() {
	x := 1
	defer f("first", x)(arg(x), arg(x+1))
	x = 10
	defer f("second", x)(arg(x), arg(x+1))
	x = 100
	fmt.Println("body", x)
}
