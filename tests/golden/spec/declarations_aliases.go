package main

import "fmt"

type (
	nodeList = []*Node
	Polar    = polar
	Set[K comparable] = map[K]struct{}
	Pair[A any] = struct{ first, second A }
	Vec[T any] = []T
	Matrix = Vec[Vec[float64]]
	Same = Same2
	Same2 = int
	Fn[A, B any] = func(A) B
)

type Node struct {
	name string
	kids nodeList
}

type polar struct{ r, θ float64 }

func (p Polar) String() string { return fmt.Sprintf("(%g, %g)", p.r, p.θ) }

type List[T any] struct {
	v    T
	next *List[T]
}
type IntList = List[int]
type L[T any] = List[T]

func (l *List[T]) len() int {
	if l == nil {
		return 0
	}
	return 1 + l.next.len()
}

func apply[A, B any](f Fn[A, B], xs Vec[A]) (out Vec[B]) {
	for _, x := range xs {
		out = append(out, f(x))
	}
	return
}

type Embeds struct {
	Polar
	*IntList
}

func main() {
	var l nodeList = []*Node{{"a", nil}, {"b", nodeList{{name: "c"}}}}
	fmt.Println(len(l), l[1].kids[0].name)
	s := Set[string]{"x": {}}
	var m map[string]struct{} = s
	fmt.Println(len(m), Pair[int]{1, 2}, Matrix{{1}, {2, 3}})
	var n Same = 3
	var i int = n
	fmt.Println(i, apply(func(x int) string { return fmt.Sprint(x, "!") }, Vec[int]{1, 2}))
	il := &IntList{1, &L[int]{2, nil}}
	fmt.Println(il.len())
	e := Embeds{Polar{1, 2}, il}
	fmt.Println(e.Polar, e.String(), e.len(), e.v, e.IntList.next.v)
	fmt.Printf("%T %T %T %T %T %T\n", l, s, Matrix{}, n, il, e)
}
