package main

import (
	"fmt"
	"runtime"
	"time"
	"weak"
)

type node struct {
	name string
	next *node
	pad  [40]int
}

func (n *node) String() string { return "node " + n.name }

// results of one part of the test; late ones of an earlier part go nowhere.
type results chan string

// use keeps the compiler from seeing through.
//
//go:noinline
func use(n *node) { _ = n.name }

//go:noinline
func dirty(depth int) int {
	var a [64]int
	for i := range a {
		a[i] = depth
	}
	if depth > 0 {
		return dirty(depth-1) + a[depth]
	}
	return a[0]
}

// wait collects until n results have come, and returns how many did.
func (done results) wait(n int) []string {
	var got []string
	for range 200 {
		dirty(40)
		runtime.GC()
		for more := true; more && len(got) < n; {
			select {
			case s := <-done:
				got = append(got, s)
			default:
				more = false
			}
		}
		if len(got) >= n {
			break
		}
		time.Sleep(time.Millisecond)
	}
	return got
}

//go:noinline
func setAll(done results, n int) {
	for i := range n {
		p := &node{name: fmt.Sprint(i)}
		switch i % 3 {
		case 0:
			runtime.SetFinalizer(p, func(p *node) { done <- "pointer" })
		case 1:
			runtime.SetFinalizer(p, func(p any) int { _ = p.(*node); done <- "any"; return 7 })
		case 2:
			runtime.SetFinalizer(p, func(p fmt.Stringer) { _ = p.String(); done <- "stringer" })
		}
		use(p)
	}
}

//go:noinline
func setCleanups(done results, n int) {
	for i := range n {
		p := &node{}
		runtime.AddCleanup(p, func(s string) { done <- s }, "cleanup")
		stopped := runtime.AddCleanup(&p.pad[3], func(int) { done <- "stopped" }, i)
		stopped.Stop()
		use(p)
	}
}

//go:noinline
func chain(done results) weak.Pointer[node] {
	a, b := &node{name: "a"}, &node{name: "b"}
	a.next = b
	runtime.SetFinalizer(a, func(n *node) { done <- n.name + n.next.name })
	runtime.SetFinalizer(b, func(n *node) { done <- n.name })
	use(a)
	return weak.Make(a)
}

// below calls chain far down the stack, where later calls leave no stale words alone.
//
//go:noinline
func below(depth int, done results) weak.Pointer[node] {
	var a [32]int
	for i := range a {
		a[i] = depth
	}
	if depth > 0 && a[depth] == depth {
		return below(depth-1, done)
	}
	return chain(done)
}

//go:noinline
func weaks(n int) (ws []weak.Pointer[node], kept *node) {
	for range n {
		p := &node{name: "w"}
		kept = p
		w := weak.Make(p)
		if w.Value() != p || w != weak.Make(p) || w == weak.Make(&node{}) {
			panic("weak pointer")
		}
		ws = append(ws, w)
	}
	return
}

func count(words []string) map[string]int {
	m := map[string]int{}
	for _, w := range words {
		m[w]++
	}
	return m
}

func main() {
	const n = 300
	done := make(results, 2*n)
	setAll(done, n)
	// Not every one: a stale word on a stack may keep an object.
	m := count(done.wait(n - 30))
	fmt.Println(len(m), m["pointer"] >= 60, m["any"] >= 60, m["stringer"] >= 60)
	done = make(results, 2*n)
	setCleanups(done, n)
	m = count(done.wait(n - 30))
	fmt.Println(m["stopped"], m["cleanup"] >= n-30)

	done = make(results, 2)
	w := below(20, done)
	fmt.Println(done.wait(2))
	fmt.Println(w.Value() == nil)

	ws, kept := weaks(n)
	make(results).wait(1)
	alive := 0
	for _, w := range ws {
		if w.Value() != nil {
			alive++
		}
	}
	fmt.Println(alive >= 1, alive < 20, ws[n-1].Value() == kept)
	var none *node
	fmt.Println(weak.Make(none).Value(), weak.Make(none) == weak.Pointer[node]{})
	runtime.KeepAlive(kept)

	// Taken back.
	p := &node{}
	runtime.SetFinalizer(p, func(*node) { panic("wrong") })
	runtime.SetFinalizer(p, nil)
	runtime.SetFinalizer(p, func(*node) {})
	runtime.SetFinalizer(p, nil)

	defer func() { fmt.Println(recover()) }()
	runtime.AddCleanup(none, func(int) {}, 1)
}
