// Panics raised by the runtime, in methods, generic functions, literals and functions that are inlined.
package main

import "fmt"

type stack[T any] struct{ items []T }

func (s *stack[T]) pop() T {
	last := s.items[len(s.items)-1]
	s.items = s.items[:len(s.items)-1]
	return last
}

func half(n, by int) int { return n / by }

func apply(f func(int) int, n int) int { return f(n) }

func main() {
	defer func() {
		e := recover()
		fmt.Println(e)
		var m map[string]int
		defer func() {
			e := recover()
			fmt.Println(e)
			println(apply(func(n int) int {
				return half(1,
					n)
			}, 0))
		}()
		m["x"]++
	}()
	var s stack[int]
	println(s.pop())
}
