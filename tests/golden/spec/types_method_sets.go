package main

import "fmt"

type Getter interface{ Get() int }
type Setter interface{ Set(int) }
type Both interface {
	Getter
	Setter
}

type V struct{ n int }

func (v V) Get() int   { return v.n }
func (v *V) Set(n int) { v.n = n }

type EV struct{ V }
type EP struct{ *V }
type EI struct{ Both }
type Deep struct {
	EV
	other string
}
type Shadow struct {
	V
	Get2 int
}

func (Shadow) Get() int { return -1 }

func check(name string, x any) {
	_, g := x.(Getter)
	_, s := x.(Setter)
	_, b := x.(Both)
	fmt.Println(name, g, s, b)
}

func main() {
	v := V{1}
	check("V", v)
	check("*V", &v)
	check("EV", EV{v})
	check("*EV", &EV{v})
	check("EP", EP{&v})
	check("*EP", &EP{&v})
	check("EI", EI{&v})
	check("*EI", &EI{&v})
	check("Deep", Deep{})
	check("*Deep", &Deep{})
	check("Shadow", Shadow{})
	check("*Shadow", &Shadow{})
	pp := &(&v).n
	*pp = 5
	e := EP{&v}
	e.Set(6)
	fmt.Println(v.Get(), e.Get(), EI{e}.Get(), Shadow{V: v}.Get(), (&Shadow{V: v}).V.Get())
	d := Deep{EV{V{3}}, "x"}
	d.Set(9)
	var g Getter = d
	d.Set(10)
	var b Both = &d
	b.Set(11)
	fmt.Println(g.Get(), b.Get(), d.n)
	local := struct {
		V
		Setter
	}{v, &d}
	local.V.Set(1)
	fmt.Println(local.Get(), d.n)
}
