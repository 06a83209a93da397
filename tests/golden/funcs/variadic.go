// Variadic functions: no arguments, a slice passed on, nil, sharing, mixed with others, methods and function values.
package main

import "fmt"

func v(name string, xs ...int) string {
	return fmt.Sprint(name, len(xs), xs == nil, xs)
}

func change(xs ...int) {
	for i := range xs {
		xs[i]++
	}
}

func anys(vs ...any) int { return len(vs) }

func two() (string, int) { return "two", 2 }

type T struct{ n int }

func (t T) add(xs ...int) int {
	for _, x := range xs {
		t.n += x
	}
	return t.n
}

func main() {
	fmt.Println(v("none"), v("one", 1), v("three", 1, 2, 3), v("nil", nil...), v("empty", []int{}...))
	s := []int{1, 2, 3}
	change(s...)
	change(s[0], s[1])
	fmt.Println(s, v("spread", s[1:]...), v(two()))
	fmt.Println(anys(), anys(nil), anys(nil, nil), anys([]any{1, 2, 3}...), anys([]int{1, 2, 3}), anys(two()))
	f := T{10}.add
	var g func(T, ...int) int = T.add
	fmt.Println(f(), f(1, 2), g(T{1}, s...), func(xs ...string) int { return len(xs) }("a", "b"))
}
