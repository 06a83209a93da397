package main

import "fmt"

type Seq[V any] func(yield func(V) bool)
type Seq2[K, V any] func(yield func(K, V) bool)

func Of[V any](vs ...V) Seq[V] {
	return func(yield func(V) bool) {
		for _, v := range vs {
			if !yield(v) {
				return
			}
		}
	}
}

func Map[A, B any](s Seq[A], f func(A) B) Seq[B] {
	return func(yield func(B) bool) {
		for a := range s {
			if !yield(f(a)) {
				return
			}
		}
	}
}

func Filter[V any](s Seq[V], keep func(V) bool) Seq[V] {
	return func(yield func(V) bool) {
		for v := range s {
			if keep(v) && !yield(v) {
				return
			}
		}
	}
}

func Zip[A, B any](as []A, bs []B) Seq2[A, B] {
	return func(yield func(A, B) bool) {
		for i := range min(len(as), len(bs)) {
			if !yield(as[i], bs[i]) {
				return
			}
		}
	}
}

func First[V any](s Seq[V]) (v V, ok bool) {
	for v := range s {
		return v, true
	}
	return v, false
}

func Collect[S ~func(func(V) bool), V any](s S) (out []V) {
	for v := range s {
		out = append(out, v)
	}
	return
}

type Tree[T any] struct {
	left, right *Tree[T]
	val         T
}

func (t *Tree[T]) All() Seq[T] {
	return func(yield func(T) bool) { t.push(yield) }
}

func (t *Tree[T]) push(yield func(T) bool) bool {
	return t == nil || t.left.push(yield) && yield(t.val) && t.right.push(yield)
}

func (t *Tree[T]) Walk(yield func(T) bool) {
	if t == nil {
		return
	}
	for v := range t.left.Walk {
		if !yield(v) {
			return
		}
	}
	if !yield(t.val) {
		return
	}
	for v := range t.right.Walk {
		if !yield(v) {
			return
		}
	}
}

func fib(yield func(int) bool) {
	for a, b := 0, 1; yield(a); a, b = b, a+b {
	}
}

func main() {
	fmt.Println(Collect(Map(Filter(Of(1, 2, 3, 4, 5), func(x int) bool { return x%2 == 1 }),
		func(x int) string { return fmt.Sprint("<", x, ">") })))
	for a, b := range Zip([]string{"x", "y", "z"}, []float64{1.5, 2.5}) {
		fmt.Println(a, b)
	}
	fmt.Println(First(Of("only")))
	fmt.Println(First(Of[string]()))
	t := &Tree[int]{&Tree[int]{nil, nil, 1}, &Tree[int]{&Tree[int]{nil, nil, 3}, nil, 4}, 2}
	for v := range t.All() {
		fmt.Print(v, " ")
	}
	for v := range t.Walk {
		fmt.Print(v, " ")
		if v == 3 {
			break
		}
	}
	fmt.Println()
	for x := range fib {
		if x > 50 {
			break
		}
		fmt.Print(x, " ")
	}
	fmt.Println()
}
