// Closures in closures capture variables, parameters, results and receivers of all levels.
package main

import "fmt"

type T struct{ n int }

func (t *T) adder(by int) func() func(int) int {
	calls := 0
	return func() func(int) int {
		calls++
		step := by * calls
		return func(k int) int {
			t.n += step * k
			step++
			return t.n + calls
		}
	}
}

func result() (r int) {
	f := func() {
		g := func() { r++ }
		g()
		g()
	}
	f()
	r *= 10
	f()
	return r + 1
}

func curry(a int) func(int) func(int) func() int {
	return func(b int) func(int) func() int {
		return func(c int) func() int {
			return func() int { a++; return a*100 + b*10 + c }
		}
	}
}

func main() {
	t := &T{1}
	mk := t.adder(10)
	f, g := mk(), mk()
	fmt.Println(f(1), g(1), f(2), g(0), t.n)
	fmt.Println(result())
	h := curry(1)(2)
	fmt.Println(h(3)(), h(4)(), curry(5)(6)(7)())
}
