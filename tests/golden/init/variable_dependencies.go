// Package variables are initialised in dependency order, through functions and methods.
package main

import "fmt"

var (
	a    = c + b
	b    = f()
	c    = 1
	d    = T{}.m()
	e    = func() int { return h }()
	h    = trace("h", 5)
	i, j = pair()
	_    = trace("blank", 0)
	k    = *p
	p    = &q
	q    = trace("q", 9)
)

type T struct{}

func (T) m() int { return g + 1 }

var g = trace("g", 20)

func f() int {
	trace("f", 0)
	c++
	return c
}

func pair() (int, string) { return trace("pair", a), "j" }

func trace(s string, n int) int {
	fmt.Println("init", s, n)
	return n
}

func main() {
	fmt.Println(a, b, c, d, e, g, h, i, j, k, q)
}
