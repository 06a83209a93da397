// Struct comparison goes field by field, ignoring blank fields; different and nested kinds.
package main

import "fmt"

type A struct {
	n int8
	s string
	f float64
	_ int
	e any
	p *int
}

type Padded struct {
	a byte
	b int64
	c byte
}

func main() {
	x, zero := 1, 0.0
	a := A{n: 1, s: "s", f: 1, e: 2, p: &x}
	b := a
	fmt.Println(a == b)
	b.s += "x"
	b.s = b.s[:1]
	fmt.Println(a == b)
	b.e = int8(2)
	fmt.Println(a == b, a != b)
	b = a
	b.f = zero / zero
	fmt.Println(a == b, b == b)
	fmt.Println(Padded{1, 2, 3} == Padded{1, 2, 3}, Padded{1, 2, 3} == Padded{1, 2, 4})
	type in struct {
		p  Padded
		as [2]A
	}
	i, j := in{as: [2]A{a, a}}, in{as: [2]A{a, a}}
	fmt.Println(i == j, struct{}{} == struct{}{}, struct{ x int }{1} == struct{ x int }{1})
	j.as[1].n = 9
	fmt.Println(i == j)
}
