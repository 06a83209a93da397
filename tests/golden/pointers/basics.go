// Pointers to variables, fields, elements, pointers; new with a type and with a value.
package main

import "fmt"

type T struct {
	n    int
	next *T
}

func set(p *int, v int) { *p = v }

func local() *int {
	x := 42
	return &x
}

func main() {
	x := 1
	p := &x
	pp := &p
	**pp = 2
	set(p, x+1)
	set(*pp, x*2)
	t := T{n: 1}
	set(&t.n, 10)
	s := []int{1, 2}
	set(&s[1], 20)
	fmt.Println(x, *p == **pp, p == *pp, t.n, s, *local()+*local(), local() == local())
	t.next = &t
	t.next.next.n++
	fmt.Println(t.n, t.next == &t, (&t).n, (*t.next).n)
	a, b, c := new(int), new("text"), new(T{n: 3})
	*a += 5
	*b += "!"
	c.n++
	fmt.Println(*a, *b, c.n, *new(1.5), *new(len(s)))
	var q *int
	fmt.Println(q == nil, q != p, *new(*int) == nil)
}
