package main

import "fmt"

type Str interface{ String() string }

type Box[T any] struct{ v T }

func (b Box[T]) Get() T            { return b.v }
func (b *Box[T]) Set(v T)          { b.v = v }
func (b Box[T]) String() string    { return fmt.Sprint("box ", b.v) }
func (b Box[T]) Each(f func(T))    { f(b.v) }

type Emb[T any] struct {
	Box[T]
	*Inner[T]
	I Str
	Str
}
type Inner[T any] struct{ w T }

func (i *Inner[T]) Get2() T  { return i.w }
func (i Inner[T]) Val() [2]T { return [2]T{i.w, i.w} }

type Big[T any] struct {
	a [10]T
}

func (b Big[T]) Sum(f func(T, T) T) (s T) {
	for _, x := range b.a {
		s = f(s, x)
	}
	return
}
func (b *Big[T]) At(i int) *T { return &b.a[i] }

func use[T any, P interface {
	*T
	Set(int)
	Get() int
}](p P) func() int {
	s := p.Set
	s(5)
	g := p.Get
	e := P.Get
	e2 := P.Set
	e2(p, e(p)+1)
	return g
}

func ifm[S Str](s S) func() string {
	f := s.String
	g := S.String
	h := Str.String
	return func() string { return f() + g(s) + h(s) }
}

func emb[T any](e Emb[T]) (func() T, func() T, func() [2]T, func() string, func(func(T))) {
	return e.Get, e.Get2, e.Val, e.Str.String, e.Each
}

func big[T any](b *Big[T], f func(T, T) T) (T, *T) {
	s := b.Sum
	at := b.At
	ex := Big[T].Sum
	ex2 := (*Big[T]).Sum
	_ = ex2(b, f)
	*at(1) = ex(*b, f)
	return s(f), (*Big[T]).At(b, 1)
}

type V int

func (v *V) Set(n int) { *v = V(n) }
func (v V) Get() int   { return int(v) }

type pair[A, B any] struct {
	a A
	b B
}

func (p pair[A, B]) swap() pair[B, A] { return pair[B, A]{p.b, p.a} }

func apply[T, U any](xs []T, f func(T) U) (out []U) {
	for _, x := range xs {
		out = append(out, f(x))
	}
	return
}

func dfr[T any](b *Box[T], vs ...T) {
	for _, v := range vs {
		defer b.Set(v)
		defer b.Each(func(x T) { fmt.Println("each", x) })
		f := b.Get
		defer func() { fmt.Println(f()) }()
	}
}

func main() {
	var v V
	fmt.Println(use[V](&v)(), v)
	b := Box[int]{3}
	fmt.Println(use[Box[int]](&b)(), b)
	fmt.Println(ifm(b)(), ifm[Str](b)(), ifm(&b)())
	e := Emb[string]{Box[string]{"x"}, &Inner[string]{"y"}, b, b}
	f1, f2, f3, f4, f5 := emb(e)
	e.Box.v = "changed"
	f5(func(s string) { fmt.Println("each", s) })
	fmt.Println(f1(), f2(), f3(), f4())
	bg := &Big[float64]{[10]float64{1, 2, 3}}
	s, p := big(bg, func(a, b float64) float64 { return a + b })
	fmt.Println(s, *p)
	fmt.Println(apply([]pair[int, string]{{1, "a"}, {2, "b"}}, pair[int, string].swap))
	fmt.Println(apply([]Box[int]{{1}, {2}}, Box[int].Get), apply([]*Box[int]{{7}}, (*Box[int]).Get))
	dfr(&b, 10, 20)
	fmt.Println(b)
	type local[T any] struct{ Box[T] }
	l := local[bool]{Box[bool]{true}}
	fmt.Println(apply([]local[bool]{l}, local[bool].Get), l.String())
}
