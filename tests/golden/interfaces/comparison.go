// Interfaces compare by dynamic type and value; mixed comparison with concrete values.
package main

import "fmt"

type I interface{ M() }
type T struct {
	n int
	s string
}
type P struct{ n int }

func (T) M()  {}
func (*P) M() {}

func main() {
	var a, b any = 1, 1
	fmt.Println(a == b, a == 1, a == int64(1), a != 2, 1 == a)
	b = int64(1)
	fmt.Println(a == b, a == nil)
	a, b = T{1, "s"}, T{1, "s"}
	fmt.Println(a == b, a == T{1, "x"}, a == any(&T{}))
	p, q := &P{1}, &P{1}
	var i, j I = p, q
	fmt.Println(i == j, i == I(p), i == p, any(i) == any(p))
	i = T{1, "s"}
	fmt.Println(i == a, i == T{1, "s"}, i != nil)
	s1, s2 := "ab", "a"
	s2 += "b"
	fmt.Println(any(s1) == any(s2), any(2.5) == any(2.5), any([2]any{1, "x"}) == any([2]any{1, "x"}))
	ch := make(chan int)
	fmt.Println(any(ch) == any(ch), any(ch) == any((<-chan int)(ch)), any(true) == any(1 < 2), any(1i) == any(1i))
}
