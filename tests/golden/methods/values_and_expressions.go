// Method values bind their receiver at evaluation; method expressions take it as first parameter.
package main

import "fmt"

type T struct{ n int }

func (t T) Get(k int) int { return t.n * k }
func (t *T) Set(n int)    { t.n = n }

type Getter interface{ Get(int) int }

type Wrap struct{ *T }

func apply(f func(int) int, n int) int { return f(n) }

func main() {
	t := T{2}
	get, set := t.Get, t.Set
	set(5)
	fmt.Println(get(10), t.Get(10), apply(t.Get, 3))
	var g Getter = t
	ig := g.Get
	g = T{100}
	fmt.Println(ig(1), g.Get(1))
	f1, f2, f3, f4 := T.Get, (*T).Get, (*T).Set, Getter.Get
	f3(&t, 9)
	fmt.Println(f1(t, 1), f2(&t, 2), f4(g, 3))
	w := Wrap{&t}
	wg, ws, we := w.Get, w.Set, Wrap.Get
	ws(11)
	fmt.Println(wg(1), w.Get(1), we(w, 2), Wrap.Get(Wrap{&T{4}}, 2))
	fmt.Printf("%T %T %T %T\n", get, f1, f3, f4)
	fs := map[string]func(int) int{"t": t.Get, "g": g.Get}
	fmt.Println(fs["t"](2), fs["g"](2))
}
