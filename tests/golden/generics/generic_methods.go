package main

type Seq[T any] struct{ list []T }

func (s Seq[T]) Map[U any](f func(T) U) Seq[U] {
	var r Seq[U]
	for _, x := range s.list {
		r.list = append(r.list, f(x))
	}
	return r
}

func (s *Seq[T]) Fold[A any](a A, f func(A, T) A) A {
	for _, x := range s.list {
		a = f(a, x)
	}
	return a
}

type Plain int

func (p Plain) As[T ~int | ~float64]() T { return T(p) }

func main() {
	s := Seq[int]{[]int{1, 2, 3}}
	t := s.Map(func(i int) string { return string(rune('a' + i)) })
	println(t.Fold("", func(a, x string) string { return a + x }))
	println(s.Fold(0.5, func(a float64, i int) float64 { return a + float64(i) }))
	println(Plain(3).As[float64](), Plain(4).As[int]())
}
