// Assignment operations evaluate their operand once, on variables, elements, fields, pointers and map entries.
package main

import "fmt"

var calls int

func idx(n int) int {
	calls++
	return n
}

func main() {
	a := []int{1, 2, 3}
	m := map[string]int{"x": 10}
	s := struct{ n int }{5}
	p := &a[2]
	a[idx(0)] += 5
	a[idx(1)]++
	*p *= 7
	m["x"] -= 3
	m["new"]--
	s.n %= 3
	s.n <<= 4
	fmt.Println(a, m, s, calls)
	x := 100
	x /= 7
	x |= 1
	x &^= 4
	x ^= 0xff
	x >>= 1
	fmt.Println(x)
}
