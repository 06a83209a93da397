package main

import "fmt"

type I interface{ M() int }
type J[T any] interface{ N() T }

type A struct{ v int }

func (a A) M() int { return a.v }

type B struct{}

func (*B) M() int { return 2 }

type C struct{}

func (C) M() string { return "no" }

func ok[T any](i I) bool {
	_, ok := i.(T)
	return ok
}

func kind[T, U any](i I) string {
	switch v := i.(type) {
	case T:
		return fmt.Sprintf("first %T", v)
	case U:
		return fmt.Sprintf("second %T", v)
	case interface{ Q() }:
		return "Q"
	case nil:
		return "nil"
	default:
		return "none"
	}
}

func must[T any](i I) (r any) {
	defer func() {
		if e := recover(); e != nil {
			r = e
		}
	}()
	return i.(T)
}

func other[X, T any](j J[X]) bool {
	_, ok := j.(T)
	return ok
}

type N int

func (N) N() int { return 1 }

func main() {
	fmt.Println(ok[A](A{1}), ok[B](A{1}), ok[*B](new(B)), ok[C](A{1}), ok[string](A{}), ok[any](A{}), ok[I](nil))
	fmt.Println(kind[string, A](A{1}), kind[B, *B](new(B)), kind[C, string](A{}), kind[int, C](nil))
	fmt.Println(must[A](A{3}))
	fmt.Println(must[string](A{3}))
	fmt.Println(must[C](A{3}))
	fmt.Println(must[B](nil))
	fmt.Println(other[int, N](N(1)), other[int, A](N(1)))
}
