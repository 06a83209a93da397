// Blank fields are not set by literals; comparisons do not look at them.
package main

import (
	"fmt"
	"unsafe"
)

type S struct{ a, _, c int }
type L struct {
	a    int
	_    [3]int
	s, t string
	_    string
}

func count(n *int) int { *n++; return *n }

var global = S{1, 2, 3}

func second(s *S) int { return *(*int)(unsafe.Add(unsafe.Pointer(s), unsafe.Offsetof(s.c)/2)) }

func main() {
	n := 0
	s := S{count(&n), count(&n), count(&n)}
	l := &L{1, [3]int{count(&n), 2, 3}, "s", "t", "u"}
	fmt.Println(second(&s), second(&global), n, s.c, l.t, *l == L{a: 1, s: "s", t: "t"})
	fmt.Println(s, global, *l)
	defer func() { fmt.Println(recover()) }()
	type C struct {
		x any
		s string
	}
	fmt.Println(C{[]int{}, "a"} == C{[]int{}, "bb"})
}
