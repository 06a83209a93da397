// An operand that panics leaves no element behind: x op= y reads y before the map changes.
package main

import "fmt"

type point struct{ x int }

func try(name string, f func(m map[int]int)) {
	m := map[int]int{}
	func() {
		defer func() { fmt.Println(name, recover() != nil) }()
		f(m)
	}()
	fmt.Println(m)
}

func main() {
	var p *int
	var q *point
	var s []int
	zero, minus := 0, -1
	try("nil", func(m map[int]int) { m[1] += *p })
	try("field", func(m map[int]int) { m[1] -= q.x })
	try("index", func(m map[int]int) { m[1] ^= s[zero] })
	try("divide", func(m map[int]int) { m[1] /= zero })
	try("shift", func(m map[int]int) { m[1] <<= minus })
	try("fine", func(m map[int]int) { m[1] += minus; m[2] |= 4 })
_:
_:
	fmt.Println("blank labels")
}
