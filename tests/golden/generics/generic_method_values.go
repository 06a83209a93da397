package main

import "fmt"

type Gopher struct{ name string }

func (g Gopher) Map[T any](f func(string) T) T { return f(g.name) }

type Box[E any] struct{ v E }

func (b *Box[E]) Conv[T any](f func(E) T) *Box[T] { return &Box[T]{f(b.v)} }
func (b Box[E]) Pair[A, B any](a A, c B) string   { return fmt.Sprint(b.v, a, c) }

type Outer struct {
	Gopher
	*Box[int]
}

func apply[T, U any](f func(T) U, x T) U { return f(x) }

type big struct{ a [10]int }

func (b big) Sum[T int | float64](k T) T {
	var s T
	for _, x := range b.a {
		s += T(x) * k
	}
	return s
}

func main() {
	g := Gopher{"gopher"}
	l := func(s string) int { return len(s) }
	f := g.Map[int]
	g.name = "changed"
	fmt.Println(f(l))
	h := Gopher.Map[int]
	fmt.Println(h(g, l))
	fmt.Println(Gopher.Map[bool](g, func(s string) bool { return s == "changed" }))
	p := (*Gopher).Map[string]
	fmt.Println(p(&g, func(s string) string { return s + "!" }))
	var q func(func(string) int) int = g.Map
	fmt.Println(q(l))
	b := &Box[int]{5}
	c := b.Conv[string]
	b.v = 6
	fmt.Println(c(func(i int) string { return fmt.Sprint("<", i, ">") }).v)
	d := (*Box[int]).Conv[float64]
	fmt.Println(d(b, func(i int) float64 { return float64(i) / 4 }).v)
	o := Outer{g, b}
	fmt.Println(o.Map[int](l), Outer.Map[int](o, l), (*Outer).Map[int](&o, l))
	fmt.Println(Outer.Conv[string](o, func(i int) string { return "c" }).v)
	fmt.Println(o.Pair[int, string](1, "x"), Outer.Pair[string, int](o, "y", 2))
	e := o.Pair[bool, bool]
	o.Box = nil
	fmt.Println(e(true, false))
	s := big{[10]int{1, 2, 3}}
	fmt.Println(s.Sum(2), big.Sum[float64](s, 1.5), (*big).Sum[int](&s, 3))
	t := s.Sum[float64]
	s.a[0] = 100
	fmt.Println(t(0.5))
	fmt.Println(apply(func(x int) string { return fmt.Sprint(x) }, 3))
	fmt.Printf("%T %T %T\n", f, h, d)
	func() {
		defer func() { fmt.Println(recover()) }()
		var np *Gopher
		_ = np.Map[int]
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		p(nil, nil)
	}()
	defer g.Map(func(s string) int { fmt.Println("deferred", s); return 0 })
	done := make(chan bool)
	go g.Map[int](func(s string) int { done <- true; return 0 })
	<-done
}
