// Closures that keep state: generators, memoisation, pipelines, iterators.
package main

import "fmt"

func fibs() func() int {
	a, b := 0, 1
	return func() int {
		r := a
		a, b = b, a+b
		return r
	}
}

func memo(f func(int) int) func(int) int {
	cache := map[int]int{}
	return func(n int) int {
		if v, ok := cache[n]; ok {
			return v
		}
		v := f(n)
		cache[n] = v
		return v
	}
}

func filter(next func() int, keep func(int) bool) func() int {
	return func() int {
		for {
			if n := next(); keep(n) {
				return n
			}
		}
	}
}

func main() {
	next := fibs()
	for range 10 {
		fmt.Print(next(), " ")
	}
	calls := 0
	var slow func(int) int
	slow = memo(func(n int) int {
		calls++
		if n < 2 {
			return n
		}
		return slow(n-1) + slow(n-2)
	})
	fmt.Println(slow(60), calls)
	evens := filter(fibs(), func(n int) bool { return n%2 == 0 })
	big := filter(evens, func(n int) bool { return n > 100 })
	fmt.Println(big(), big(), evens(), evens(), big())
}
