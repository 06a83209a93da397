package main

import "fmt"

type T struct {
	i    int
	f    float64
	c    complex64
	s    string
	b    bool
	p    *T
	fn   func()
	m    map[string]int
	sl   []int
	ch   chan int
	e    any
	err  error
	arr  [2]struct{ x, y int8 }
	next struct{ t *T }
}

var g T
var ga [3]T
var gi, gs, gf = new(int), new(string), new([2]float32)

func zero[V any]() (v V) { return }

func results() (a int, b string, c []int, d T, e error) { return }

func main() {
	var t T
	fmt.Println(t.i, t.f, t.c, t.s == "", t.b, t.p == nil, t.fn == nil, t.m == nil, t.sl == nil, t.ch == nil, t.e == nil, t.err == nil, t.arr, t.next.t == nil)
	fmt.Println(g.i, g.s == t.s, ga[2].arr, *gi, *gs == "", *gf)
	fmt.Println(zero[int](), zero[string]() == "", zero[[2]bool](), zero[*int]() == nil, zero[any]() == nil, zero[struct{ a []int }]().a == nil)
	a, b, c, d, e := results()
	fmt.Println(a, b == "", c == nil, d.arr, e)
	p := new(T)
	s := make([]T, 2, 4)
	m := map[string]T{}
	fmt.Println(p.f, s[1].c, s[:4][3].s == "", m["none"].arr, len(m))
	for i := 0; i < 2; i++ {
		var fresh [4]int
		var q *int
		fresh[i]++
		fmt.Println(fresh, q == nil)
		q = &fresh[0]
		_ = q
	}
	ch := make(chan T, 1)
	close(ch)
	fmt.Println((<-ch).arr)
	var x any
	n, ok := x.(int)
	st, ok2 := x.(T)
	fmt.Println(n, ok, st.i, ok2)
}
