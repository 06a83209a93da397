package main

import "fmt"

type S struct{ a, b int }

func f() (int, error) { return 1, nil }
func one() string     { return "one" }

func generic[T any](x T) *T { return new(x) }

func main() {
	p, q, r := new(42), new("s"), new(one())
	x := 3
	px := new(x)
	*px++
	s := new(S{1, 2})
	e := new([]int{1, 2}[1])
	n := new(int)
	z := new(S)
	fl := new(1.5)
	c := new('x')
	i := new(any(7))
	b := new(1 < 2)
	a := new([3]int{1})
	fn := new(func() int { return 9 })
	u := new(uint8(200))
	fmt.Println(*p, *q, *r, *px, x, *s, *e, *n, *z, *fl, *c, *i, *b, *a, (*fn)(), *u)
	fmt.Printf("%T %T %T %T %T\n", p, fl, c, i, u)
	fmt.Println(*generic("g"), *generic(S{3, 4}), new(int) == new(int))
	ps := []*int{new(1), new(2), new(x * 2)}
	m := map[string]*S{"k": new(S{b: 5})}
	m["k"].a = *ps[2]
	fmt.Println(*ps[0]+*ps[1], *m["k"])
	opt := struct {
		timeout *int
		name    *string
	}{new(10), nil}
	fmt.Println(*opt.timeout, opt.name == nil)
}
