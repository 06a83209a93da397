package main

import "fmt"

type Tagged struct {
	A    int `a:"x"`
	B, C string "raw"
	_    float32
	D    *[]string
	F    func(a int) int
}

type Inner struct{ v int }

func (i *Inner) Inc()    { i.v++ }
func (i Inner) Val() int { return i.v }

type alias = Inner
type Generic[T any] struct{ t T }

func (g Generic[T]) Show() string { return fmt.Sprintf("%T", g.t) }

type Outer struct {
	Inner
	*Tagged
	Generic[string]
	fmt.Stringer
	int
	error
}

type Rec struct {
	kids []Rec
	m    map[string]Rec
	f    func(Rec) Rec
	p    *Rec
}

type Mutual1 struct{ m *Mutual2 }
type Mutual2 struct{ m []Mutual1 }

func main() {
	t := Tagged{A: 1, B: "b", D: &[]string{"d"}}
	o := Outer{Inner: Inner{1}, Tagged: &t, int: 5}
	o.Inc()
	o.Inner.Inc()
	o.A++
	(*o.D)[0] += "!"
	fmt.Println(o.Val(), o.v, t.A, o.B, *t.D, o.Show(), o.int, o.error, o.Stringer == nil)
	fmt.Printf("%+v %v\n", o.Inner, o.Generic)
	u := Tagged{A: 1}
	v := struct {
		A    int "other"
		B, C string
		_    float32
		D    *[]string
		F    func(a int) int
	}(u)
	fmt.Println(v.A, v.F == nil)
	r := Rec{kids: []Rec{{}, {kids: []Rec{{}}}}}
	r.p = &r.kids[1]
	r.f = func(x Rec) Rec { x.kids = append(x.kids, x); return x }
	fmt.Println(len(r.p.kids), len(r.f(r).kids), len(r.kids))
	a := Mutual1{&Mutual2{[]Mutual1{{}, {}}}}
	fmt.Println(len(a.m.m))
	anon := []struct {
		alias
		n int
	}{{alias{7}, 1}, {Inner{8}, 2}}
	for i := range anon {
		anon[i].Inc()
		fmt.Print(anon[i].Val(), anon[i].n, " ")
	}
	fmt.Println()
	empty := struct{}{}
	var arr [1000]struct{}
	fmt.Println(empty == arr[999], len(arr))
}
