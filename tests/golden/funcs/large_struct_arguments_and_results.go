// Large structs and arrays as arguments and results, nested in calls, through function values and interfaces.
package main

import "fmt"

type M struct {
	v    [4][4]float64
	name string
}

func (m M) mul(o M) (r M) {
	for i := range 4 {
		for j := range 4 {
			for k := range 4 {
				r.v[i][j] += m.v[i][k] * o.v[k][j]
			}
		}
	}
	r.name = m.name + o.name
	return
}

func ident() M {
	var m M
	for i := range m.v {
		m.v[i][i] = 1
	}
	m.name = "I"
	return m
}

func scale(m M, by float64) (M, float64) {
	for i := range m.v {
		for j := range m.v[i] {
			m.v[i][j] *= by
		}
	}
	return m, by
}

type muler interface{ mul(M) M }

func main() {
	a, _ := scale(ident(), 3)
	a.v[0][3] = 1
	a.name = "A"
	b := a.mul(a).mul(ident())
	f := scale
	c, by := f(b, 0.5)
	var m muler = c
	d := m.mul(a)
	fmt.Println(b.v, b.name)
	fmt.Println(c.v[0], by, d.v[0], d.name, a.v[1])
	fmt.Println(ident() == ident(), a == b, [2]M{a, b}[1].name)
}
