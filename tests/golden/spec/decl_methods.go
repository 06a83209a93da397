package main

import "fmt"

type Point struct{ x, y float64 }

func (p *Point) Scale(f float64)        { p.x *= f; p.y *= f }
func (p Point) Add(q Point) Point       { return Point{p.x + q.x, p.y + q.y} }
func (Point) Name() string              { return "point" }
func (_ *Point) Nameless(_ int) string  { return "nameless" }
func (p *Point) IsNil() bool            { return p == nil }

type Ints []int

func (s Ints) Len() int       { return len(s) }
func (s *Ints) Push(x int)    { *s = append(*s, x) }
func (s Ints) Set(i, x int)   { s[i] = x }

type M map[string]int

func (m M) Inc(k string) M { m[k]++; return m }

type Ch chan int

func (c Ch) Send(x int) Ch { c <- x; return c }

type F func(int) int

func (f F) Twice() F { return func(x int) int { return f(f(x)) } }

type Arr [3]int

func (a Arr) Rev() Arr { return Arr{a[2], a[1], a[0]} }
func (a *Arr) Zero()   { *a = Arr{} }

type Pair[A, B any] struct {
	a A
	b B
}

func (p Pair[A, B]) Swap() Pair[B, A]      { return Pair[B, A]{p.b, p.a} }
func (p *Pair[_, B]) SetB(b B)             { p.b = b }
func (p Pair[First, _]) First() First      { return p.a }

type Stack[T any] []T

func (s *Stack[T]) Push(x T) *Stack[T] { *s = append(*s, x); return s }
func (s *Stack[T]) Pop() (x T, ok bool) {
	if len(*s) == 0 {
		return
	}
	x = (*s)[len(*s)-1]
	*s = (*s)[:len(*s)-1]
	return x, true
}

type Str string

func (s Str) Len() int { return len(s) }

func main() {
	p := Point{1, 2}
	p.Scale(2)
	(&p).Scale(0.5)
	fmt.Println(p.Add(Point{1, 1}).Add(p), p.Name(), (*Point)(nil).Nameless(1), (*Point)(nil).IsNil())
	var s Ints
	s.Push(1)
	s.Push(2)
	s.Set(0, 9)
	fmt.Println(s, s.Len(), Ints{1, 2, 3}.Len())
	fmt.Println(M{}.Inc("a").Inc("a").Inc("b"))
	c := make(Ch, 2)
	c.Send(1).Send(2)
	fmt.Println(<-c+<-c, F(func(x int) int { return x + 1 }).Twice().Twice()(0))
	a := Arr{1, 2, 3}
	fmt.Println(a.Rev(), a)
	a.Zero()
	fmt.Println(a)
	pr := Pair[int, string]{1, "x"}
	pr.SetB("y")
	fmt.Println(pr.Swap(), pr.First(), pr.Swap().Swap().First())
	var st Stack[string]
	st.Push("a").Push("b")
	x, ok := st.Pop()
	fmt.Println(x, ok, len(st))
	st.Pop()
	x, ok = st.Pop()
	fmt.Printf("%q %v\n", x, ok)
	const k Str = "const"
	fmt.Println(k.Len(), Str("x").Len())
	type local struct{ Point }
	l := &local{p}
	l.Scale(10)
	fmt.Println(l.x, l.Name(), p.x)
}
