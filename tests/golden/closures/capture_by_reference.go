// Closures share captured variables with their function and with each other.
package main

import "fmt"

func counter() (inc func() int, get func() int, reset func()) {
	n := 0
	return func() int { n++; return n }, func() int { return n }, func() { n = 0 }
}

func main() {
	inc, get, reset := counter()
	inc2, get2, _ := counter()
	inc()
	inc()
	inc2()
	fmt.Println(get(), get2())
	reset()
	fmt.Println(get(), inc(), get2())
	x := 1
	add := func(n int) { x += n }
	add(5)
	x *= 2
	add(1)
	fmt.Println(x)
	s := []int{1}
	grow := func() { s = append(s, len(s)) }
	grow()
	grow()
	fmt.Println(s)
	p := &x
	func() { x = 100 }()
	fmt.Println(*p)
}
