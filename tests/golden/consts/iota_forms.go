// iota in its usual forms: skipping, expressions, shifts, several on a line, repetition of the last expression.
package main

import "fmt"

const (
	A = iota
	B
	_
	D
)

const (
	KB = 1 << (10 * (iota + 1))
	MB
	GB
)

const (
	p0, q0 = iota, -iota
	p1, q1
	p2, q2
)

type Day int

const (
	Sunday Day = iota + 1
	Monday
	Tuesday
	s = "fixed"
	t
	after = iota
)

func main() {
	const (
		x = iota * 1.5
		y
		z
	)
	fmt.Println(A, B, D)
	fmt.Println(KB, MB, GB)
	fmt.Println(p0, q0, p1, q1, p2, q2)
	fmt.Printf("%d %d %d %T %s %s %d\n", Sunday, Monday, Tuesday, Tuesday, s, t, after)
	fmt.Println(x, y, z)
}
