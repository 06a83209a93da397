package main

import "fmt"

type T0 struct{ x int }

func (*T0) M0() string { return "M0" }

type T1 struct{ y int }

func (T1) M1() string { return "M1" }

type T2 struct {
	z int
	T1
	*T0
}

func (*T2) M2() string { return "M2" }

type Q *T2

type A struct{ n int }
type B struct{ n int }
type C struct {
	A
	B
	m int
}
type D struct {
	C
	n string
}

type I interface{ M1() string }
type W struct {
	I
	fn func(int) int
}

func main() {
	t := T2{1, T1{2}, &T0{3}}
	p := &t
	var q Q = p
	fmt.Println(t.z, p.y, p.x, p.T0.x, p.T1.y, q.x, (*q).x, (*p).z)
	fmt.Println(p.M0(), t.M0(), p.M1(), t.M1(), p.M2(), t.M2(), (*q).M0())
	d := D{C{A{1}, B{2}, 3}, "d"}
	fmt.Println(d.n, d.A.n, d.C.B.n, d.m)
	d.A.n, d.C.m = 10, 30
	pd := &d
	pd.B.n++
	fmt.Println(d)
	w := W{t, func(x int) int { return x * 2 }}
	fmt.Println(w.M1(), w.fn(4), (&w).I.M1(), w.I.(T2).z)
	fns := []struct{ f func() string }{{t.M1}, {p.M2}}
	fmt.Println(fns[0].f(), fns[1].f(), struct{ T1 }{}.M1())
	arr := [2]T2{t, t}
	arr[1].T1.y = 7
	mp := map[string]*T2{"k": &arr[1]}
	mp["k"].z += mp["k"].y
	fmt.Println(arr[1].z, mp["k"].T1)
	func() {
		defer func() { fmt.Println(recover()) }()
		t.T0 = nil
		fmt.Println(t.M0())
		fmt.Println(t.x)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		p = nil
		fmt.Println(p.M2())
		fmt.Println(p.M1())
	}()
}
