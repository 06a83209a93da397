// Function values that others call: what their bodies keep or return of what they capture outlives the frame.
package main

import "runtime"

type node struct {
	next *node
	n    int
}

var global *node
var any_ any

//go:noinline
func call(f func()) { f() }

//go:noinline
func give(f func() *node) *node { return f() }

//go:noinline
func pass(f func(*node) *node, n *node) *node { return f(n) }

//go:noinline
func twice(f func(func())) {
	f(func() {})
	var mine node
	f(func() { mine.n++ })
	if mine.n != 1 {
		println("lost", mine.n)
	}
}

//go:noinline
func clobber(n int) int {
	var a [300]int
	for i := range a {
		a[i] = -n - i
	}
	runtime.GC()
	return a[n%300]
}

func keeps(n int) {
	x := node{n: n}
	call(func() { global = &x })
}

func keepsByValue(n int) {
	p := &node{n: n}
	call(func() { global = p })
}

func returns(n int) *node {
	x := node{n: n}
	return give(func() *node { return &x })
}

func returnsNext(n int) *node {
	x := node{next: &node{n: n}}
	return give(func() *node { return x.next })
}

func passes(n int) *node {
	x := node{n: n}
	return pass(func(p *node) *node { x.next = p; return &x }, &node{n: n + 1})
}

func storesParam(n int) *node {
	var x node
	pass(func(p *node) *node { x.next = p; return nil }, &node{n: n})
	return x.next
}

func nested(n int) {
	x := node{n: n}
	call(func() { call(func() { call(func() { global = &x }) }) })
}

func recursive(n int) (last *node) {
	var f func(k int)
	x := node{n: n}
	f = func(k int) {
		if k == 0 {
			last = &x
			return
		}
		f(k - 1)
	}
	f(5)
	return last
}

func (n *node) keep()       { global = n }
func (n *node) self() *node { return n }
func (n node) copied()      { global = n.next }

func methods(n int) *node {
	x := node{n: n}
	call(x.keep)
	y := node{n: n + 1}
	z := node{next: &node{n: n + 2}}
	call(z.copied)
	return give(y.self)
}

func method2(n int) {
	x := node{n: n}
	f := x.keep
	defer f()
}

func deferred(n int, f func()) *node {
	x := node{n: n}
	func() {
		defer call(func() { global = &x })
		defer f()
	}()
	return global
}

func chosen(b bool, n int) *node {
	x, y := node{n: n}, node{n: n + 1}
	f := func() *node { return &x }
	if b {
		f = func() *node { return &y }
	}
	return give(f)
}

func inInterface(n int) {
	x := node{n: n}
	call(func() { any_ = &x })
}

func inGoroutine(n int) *node {
	x := node{n: n}
	done := make(chan *node)
	call(func() {
		go func() { done <- &x }()
	})
	return <-done
}

func panics(n int) (p *node) {
	defer func() { p = recover().(*node) }()
	x := node{n: n}
	call(func() { panic(&x) })
	return nil
}

type list[T any] struct{ items []T }

func (l *list[T]) each(f func(*T) bool) {
	for i := range l.items {
		if !f(&l.items[i]) {
			return
		}
	}
}

func generic(n int) *node {
	l := list[node]{items: []node{{n: n}, {n: n + 1}}}
	var last *node
	l.each(func(p *node) bool { last = p; return true })
	for p := range l.each {
		last.next = p
		break
	}
	return last
}

func loop(n int) []*node {
	var out []*node
	for i := range n {
		x := node{n: i}
		call(func() { out = append(out, &x) })
	}
	return out
}

func show(name string, p *node) {
	clobber(99)
	print(name)
	for ; p != nil; p = p.next {
		print(" ", p.n)
	}
	println()
}

func main() {
	keeps(1)
	show("keeps", global)
	keepsByValue(2)
	show("by value", global)
	show("returns", returns(3))
	show("next", returnsNext(4))
	show("passes", passes(5))
	show("param", storesParam(7))
	nested(8)
	show("nested", global)
	show("recursive", recursive(9))
	p := methods(10)
	show("method", p)
	show("copied", global)
	method2(13)
	show("bound", global)
	show("deferred", deferred(14, func() { clobber(5) }))
	show("chosen", chosen(true, 15))
	show("chosen", chosen(false, 15))
	inInterface(17)
	show("interface", any_.(*node))
	show("spawned", inGoroutine(18))
	show("panicked", panics(19))
	show("generic", generic(20))
	for _, p := range loop(3) {
		show("loop", p)
	}
	twice(func(f func()) { f() })
}
