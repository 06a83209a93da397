package main

type List[T any] struct {
	head *node[T]
	n    int
}

type node[T any] struct {
	v    T
	next *node[T]
}

func (l *List[T]) Push(v T) {
	l.head = &node[T]{v, l.head}
	l.n++
}

func (l *List[T]) Each(f func(T)) {
	for n := l.head; n != nil; n = n.next {
		f(n.v)
	}
}

func (l List[T]) Len() int { return l.n }

type Pair[K comparable, V any] struct {
	Key K
	Val V
}

func (p Pair[K, V]) Swap(k K) (V, Pair[K, V]) { return p.Val, Pair[K, V]{k, p.Val} }

func (p Pair[A, _]) Is(k A) bool { return p.Key == k }

func main() {
	var l List[string]
	l.Push("x")
	l.Push("y")
	l.Each(func(s string) { println(s) })
	println(l.Len())

	var pairs List[Pair[string, int]]
	pairs.Push(Pair[string, int]{"a", 1})
	pairs.Push(Pair[string, int]{"b", 2})
	total := 0
	pairs.Each(func(p Pair[string, int]) {
		println(p.Key, p.Val, p.Is("a"))
		total += p.Val
	})
	println(total)
	v, q := Pair[int8, float64]{1, 2.5}.Swap(3)
	println(v, q.Key, q.Val)
}
