package main

import "fmt"

func count(n int) func(func(int) bool) {
	return func(yield func(int) bool) {
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}

func pairs(m []string) func(func(int, string) bool) {
	return func(yield func(int, string) bool) {
		for i, s := range m {
			if !yield(i, s) {
				return
			}
		}
	}
}

func three(yield func() bool) { _ = yield() && yield() && yield() }

type list struct {
	head *node
}

type node struct {
	v    int
	next *node
}

func (l *list) push(v int) { l.head = &node{v, l.head} }

func (l *list) all(yield func(*node) bool) {
	for n := l.head; n != nil; n = n.next {
		if !yield(n) {
			return
		}
	}
}

type big struct{ a, b, c, d, e, f [8]int }

func bigs(yield func(big, int) bool) {
	var b big
	for i := range 3 {
		b.a[i] = i + 1
		if !yield(b, i) {
			return
		}
	}
}

type iface interface{ values(func(string) bool) }

type words []string

func (w words) values(yield func(string) bool) {
	for _, s := range w {
		if !yield(s) {
			return
		}
	}
}

func main() {
	sum := 0
	for i := range count(10) {
		if i == 3 {
			continue
		}
		if i == 7 {
			break
		}
		sum += i
	}
	fmt.Println("sum", sum)
	for i, s := range pairs([]string{"a", "b", "c"}) {
		fmt.Println(i, s)
	}
	for i := range pairs([]string{"a", "b"}) {
		fmt.Println(i)
	}
	for _, s := range pairs([]string{"x", "y"}) {
		fmt.Println(s)
	}
	n := 0
	for range three {
		n++
	}
	fmt.Println("n", n)
	var l list
	l.push(1)
	l.push(2)
	for x := range l.all {
		x.v *= 10
		fmt.Println(x.v)
	}
	for b, i := range bigs {
		b.a[7] = 9
		fmt.Println(b.a, i)
	}
	var k int
	var t any
	for k = range count(3) {
	}
	for t = range count(4) {
	}
	fmt.Println(k, t)
	arr := [4]int{}
	j := 0
	for arr[j] = range count(4) {
		j++
		if j == 4 {
			break
		}
	}
	fmt.Println(arr)
	var v iface = words{"p", "q"}
	for s := range v.values {
		fmt.Println(s)
	}
	var fs []func() int
	for i := range count(3) {
		fs = append(fs, func() int { i *= 2; return i })
	}
	for _, f := range fs {
		fmt.Print(f(), f(), " ")
	}
	fmt.Println()
	for i := range func(yield func(rune) bool) { yield('x'); return } {
		fmt.Println(string(i))
	}
}
