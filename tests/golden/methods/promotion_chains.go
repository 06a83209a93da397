// Methods promoted through values, pointers and interfaces over several levels, with overriding and receivers.
package main

import "fmt"

type A struct{ n int }

func (a A) Get() int      { return a.n }
func (a *A) Add(k int) *A { a.n += k; return a }
func (a A) Who() string   { return "A" }

type B struct{ *A }

func (b B) Who() string { return "B over " + b.A.Who() }

type C struct {
	B
	extra int
}

type I interface {
	Get() int
	Who() string
}

type D struct {
	I
	name string
}

type E struct{ *D }

func (e E) Get() int { return e.D.Get() + 1000 }

func main() {
	c := C{B{&A{1}}, 2}
	c.Add(5).Add(6)
	fmt.Println(c.Get(), c.Who(), c.n, c.A.Get(), c.B.A.Who())
	var i I = c
	d := D{i, "d"}
	e := E{&d}
	fmt.Println(d.Get(), d.Who(), e.Get(), e.Who(), e.name)
	i = e
	d.I = A{77}
	fmt.Println(i.Get(), i.Who())
	i = &c
	c.A = &A{500}
	fmt.Println(i.Get(), I(&d).Get())
	f := e.Who
	e.D = &D{B{&A{}}, ""}
	fmt.Println(f(), e.Who())
}
