package main

import "runtime"

//go:noinline
func it(yield func(int) bool) { yield(1) }

//go:noinline
func name() {
	pc, _, line, _ := runtime.Caller(1)
	println(runtime.FuncForPC(pc).Name(), line)
}

//go:noinline
func call(f func()) { f() }

func main() {
	for range it {
		name()
		call(func() {
			name()
			for range it {
				name()
				call(func() { name() })
			}
		})
		for range it {
			name()
			defer func() { name() }()
			for range it {
				name()
			}
		}
	}
	call(func() {
		for range it {
			name()
		}
		for range it {
			call(func() { name() })
		}
	})
	defer func() {
		for range it {
			println("in the body", recover() != nil)
		}
		println("in the function", recover() != nil)
	}()
	panic(1)
}
