// Package variables of composite types, some of them static data, some computed, shared and modified later.
package main

import "fmt"

type P struct {
	x, y int
	name string
	next *P
}

var (
	arr    = [...]int{1, 2, 3, 50: 9}
	sl     = []string{"a", "b", 3: "d"}
	m      = map[string][]int{"one": {1}, "two": {1, 2}}
	nested = [][]P{{{1, 2, "p", nil}}, {}, {{x: 5}}}
	ring   = &P{1, 2, "ring", &P{3, 4, "in", nil}}
	fns    = []func() int{func() int { return len(sl) }, two}
	anys   = []any{1, "s", 2.5, nil, P{x: 1}, &P{y: 2}, []int{1}}
	str    = "static " + "text"
	sub    = arr[1:3]
	dyn    = [2]string{fmt.Sprint("dyn", len(m)), str}
	zero   [1000]P
	iface  fmt.Stringer = N(3)
	mat                 = [2][2]float64{{1, 0.5}, {-1}}
	big                 = [3]uint64{1<<64 - 1, 1 << 63}
)

type N int

func (n N) String() string { return fmt.Sprintf("N%d", int(n)) }

func two() int { return 2 }

func main() {
	arr[1] = 100
	fmt.Println(arr[50], len(arr), sl, m, nested, ring.next.name, fns[0](), fns[1](), str, sub, dyn)
	fmt.Println(anys[:5], anys[5].(*P).y, zero[999] == P{}, iface, mat, big)
}
