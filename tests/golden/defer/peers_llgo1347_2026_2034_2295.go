// What was broken in llgo: a million defers in a loop (1347), the panicking frames are there while deferred calls run
// (2026), recover in a function called by the deferred one (2034), panics that replace others (2295).

//golden:allocates-much
package main

import (
	"runtime"
	"strings"
)

func million() (n int) {
	func() {
		for range 1_000_000 {
			defer func() { n++ }()
		}
	}()
	return
}

func frames() (names []string) {
	var pcs [20]uintptr
	all := runtime.CallersFrames(pcs[:runtime.Callers(1, pcs[:])])
	for {
		f, more := all.Next()
		if name, ok := strings.CutPrefix(f.Function, "main."); ok {
			names = append(names, name)
		}
		if !more {
			return
		}
	}
}

//go:noinline
func culprit() { panic("culprit") }

func sees() (s string) {
	defer func() {
		s = strings.Join(frames(), " ")
		recover()
	}()
	culprit()
	return
}

func helps() bool { return recover() != nil }

func tooFar() (r bool) {
	defer func() { println("outer", recover() != nil) }()
	defer func() { r = helps() }()
	panic("not recovered by a helper")
}

func replaced() {
	defer func() { println("newest:", recover().(string)) }()
	defer func() { panic("third") }()
	defer func() { panic("second") }()
	panic("first")
}

func main() {
	println(million())
	println(sees())
	println(tooFar())
	replaced()
	println(recover() == nil)
}
