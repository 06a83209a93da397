// min and max of constants, variables, strings, mixed untyped operands.
package main

import "fmt"

type Age uint8

func f(n int) int { fmt.Print("f", n, " "); return n }

func main() {
	const c = min(3, 1.5, 'a')
	const d = max("b", "a", "c")
	x, y := 7, -2
	var a, b Age = 3, 200
	fmt.Println(c, d, min(x, y), max(x, y, 10), min(x), max(a, b), min(a, 5), max(x, 2.0))
	fmt.Printf("%T %T %T\n", c, min(a, b), max(x, 3))
	fmt.Println(min(f(3), f(1), f(2)), max(f(1), f(5)))
	s, t := "zeta", "alpha"
	fmt.Println(min(s, t), max(s, t, "beta"), min(s, ""), max(uint64(1<<63), 1), min(int8(-128), int8(127)))
	arr := [max(2, 3)]int{}
	fmt.Println(len(arr))
}
