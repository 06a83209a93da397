package main

import "fmt"

type T struct {
	a, b, c int
	s       []int
	n       string
}

type Outer struct {
	x int
	t T
	y float64
}

//go:noinline
func clear(p *T) { *p = T{s: p.s[:0]} }

//go:noinline
func swap(p *T) { *p = T{a: p.b, b: p.a, c: p.c + p.a, s: p.s, n: p.n} }

//go:noinline
func called(p *T) { *p = T{a: touch(p), b: p.a, n: "called"} }

//go:noinline
func touch(p *T) int {
	p.a += 10
	return p.a * 2
}

//go:noinline
func element(x []T, i int) { x[i] = T{a: x[0].a, b: len(x), n: x[i].n + "!"} }

//go:noinline
func nested(o *Outer) { *o = Outer{x: o.t.b, t: T{a: o.x, n: o.t.n}, y: o.y / 2} }

//go:noinline
func result(a, b int, n string) T { return T{a: b, c: a, n: n} }

// What the literal has begun is not seen if an operand panics.
func halfway(p *T, i int) (err error) {
	defer func() { err, _ = recover().(error) }()
	*p = T{a: 7, b: p.s[i], c: 9}
	return nil
}

func nilPointer(n int) (err error) {
	defer func() { err, _ = recover().(error) }()
	swapped := [...]*T{nil, {}}
	*swapped[n] = T{a: 1, n: "n"}
	return fmt.Errorf("no panic")
}

type Small struct {
	a uint8
	b uint16
	c uint8
	d uint32
	e uint64
}

//go:noinline
func bytes(p *Small, n int) { *p = Small{a: uint8(n), c: p.a, e: uint64(p.d)} }

func loop(n int) (all []T) {
	var last T
	for i := range n {
		last = T{a: last.b + i, b: last.a, s: append(last.s[:len(last.s):len(last.s)], i)}
		all = append(all, last)
	}
	return all
}

var global = T{a: 1, b: 2, c: 3, n: "global"}

func main() {
	t := T{1, 2, 3, []int{4, 5}, "six"}
	swap(&t)
	fmt.Println(t)
	called(&t)
	fmt.Println(t)
	t = T{1, 2, 3, []int{4, 5}, "six"}
	fmt.Println(halfway(&t, 1), t)
	fmt.Println(halfway(&t, 2), t)
	clear(&t)
	fmt.Println(t, cap(t.s))
	x := []T{{a: 5, n: "x"}, {n: "y"}}
	element(x, 1)
	element(x, 0)
	fmt.Println(x)
	o := Outer{1, T{a: 2, b: 3, n: "o"}, 5}
	nested(&o)
	fmt.Println(o)
	nested(&o)
	fmt.Println(o)
	fmt.Println(result(1, 2, "r"))
	fmt.Println(nilPointer(0))
	s := Small{1, 2, 3, 4, 5}
	bytes(&s, 300)
	fmt.Println(s)
	fmt.Println(loop(4))
	global = T{a: global.c, n: global.n + global.n}
	fmt.Println(global)
	c := make(chan T, 1)
	c <- T{a: global.a, b: len(c), n: "sent"}
	fmt.Println(<-c)
	m := map[string]T{"k": global}
	m["k"] = T{b: m["k"].a, n: m["k"].n}
	fmt.Println(m)
	f := func() { t = T{a: t.a + 1, b: t.a} }
	f()
	f()
	fmt.Println(t)
}
