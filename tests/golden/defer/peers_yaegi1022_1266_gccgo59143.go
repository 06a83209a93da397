// What was broken in yaegi: the recovered value is compared (1022); the line of a panic (1266). In gccgo: generics (59143).
package main

import (
	"errors"
	"runtime"
)

var sentinel = errors.New("sentinel")

func guarded(f func()) (r any) {
	defer func() { r = recover() }()
	f()
	return "nothing"
}

func lineOf(f func()) (line int) {
	defer func() {
		if recover() == nil {
			return
		}
		pcs := make([]uintptr, 30)
		frames := runtime.CallersFrames(pcs[:runtime.Callers(1, pcs)])
		for panicked := false; ; {
			f, more := frames.Next()
			if panicked && f.Function[:5] == "main." {
				line = f.Line
				return
			}
			panicked = panicked || f.Function == "runtime.gopanic"
			if !more {
				return
			}
		}
	}()
	f()
	return
}

func first[T any](list []T) (value T, err error) {
	defer func() {
		if e, ok := recover().(runtime.Error); ok {
			err = e
		}
	}()
	return list[0], nil
}

func main() {
	println(guarded(func() { panic(sentinel) }) == sentinel)
	println(guarded(func() { panic(1) }) == 1, guarded(func() {}) == "nothing")
	println(lineOf(func() {
		panic("here")
	}))
	println(lineOf(func() {
		var list []int
		println("index",
			list[3])
	}))
	n, err := first([]int{4})
	println(n, err == nil)
	_, err = first([]string(nil))
	println(err.Error())
}
