// Objects reachable through every kind of place survive collections while garbage is made.
package main

import (
	"fmt"
	"runtime"
)

type T struct {
	s    string
	next any
}

var global map[string]*T

func garbage() {
	for i := range 3000 {
		s := make([]string, 10)
		s[0] = fmt.Sprint(i)
		_ = append([]any{}, s, i)
	}
	runtime.GC()
}

func main() {
	global = map[string]*T{}
	ch := make(chan *T, 3)
	var chain any
	fs := []func() string{}
	inner := &[]*T{}
	for i := range 50 {
		t := &T{s: fmt.Sprint("t", i), next: chain}
		chain = t
		global[t.s] = &T{s: t.s + "m"}
		fs = append(fs, func() string { return t.s + "f" })
		*inner = append((*inner)[:len(*inner):len(*inner)], &T{s: t.s + "i"})
		if i < 3 {
			ch <- &T{s: t.s + "c"}
		}
	}
	sub := (*inner)[49:]
	inner = nil
	str := fmt.Sprint("prefix ", "kept")[7:]
	done := make(chan string)
	go func() {
		local := &T{s: "goroutine"}
		garbage()
		done <- local.s
	}()
	garbage()
	garbage()
	n := 0
	for c, ok := chain.(*T); ok; c, ok = c.next.(*T) {
		n += len(c.s)
	}
	fmt.Println(n, global["t7"].s, fs[13](), sub[0].s, str, (<-ch).s, (<-ch).s, <-done)
}
