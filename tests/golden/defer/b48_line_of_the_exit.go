// The line of a function that runs its deferred calls on return: the `return` statement, or the end of the function if
// one of its defer statements is in a loop, there are many returns and defer statements, or a result escapes.
package main

import "runtime"

var kept []*int

func where() {
	var pcs [10]uintptr
	frames := runtime.CallersFrames(pcs[:runtime.Callers(2, pcs[:])])
	f, _ := frames.Next()
	println(f.Function, f.Line)
}

func returns(n int) (r int) {
	defer where()
	if n == 1 {
		return 1
	}
	if n == 2 {
		return 2
	}
	return 3
}

func loop(n int) (r int) {
	for range n {
		defer where()
	}
	defer where()
	if n == 1 {
		return 1
	}
	return 2
}

func nine(n int) (r int) {
	defer where()
	defer func() {}()
	defer func() {}()
	defer func() {}()
	defer func() {}()
	defer func() {}()
	defer func() {}()
	defer func() {}()
	defer func() {}()
	if n == 1 {
		return 1
	}
	return 2
}

func sixteen(n int) (r int) {
	defer where()
	defer where()
	if n == 0 {
		return 0
	}
	if n == 1 {
		return 1
	}
	if n == 2 {
		return 2
	}
	if n == 3 {
		return 3
	}
	if n == 4 {
		return 4
	}
	if n == 5 {
		return 5
	}
	if n == 6 {
		return 6
	}
	return 7
}

func escapes(n int) (r int) {
	defer where()
	kept = append(kept, &r)
	if n == 1 {
		return 1
	}
	return 2
}

func escapesToLoop(n int) (r int) {
	defer where()
	func() {
		for range 2 {
			defer func() { r++ }()
		}
	}()
	if n == 1 {
		return 1
	}
	return 2
}

func escapesToGoroutine(n int) (r int) {
	defer where()
	done := make(chan bool)
	go func() { r = 5; close(done) }()
	<-done
	if n == 1 {
		return 1
	}
	return 2
}

func stays(n int) (r int) {
	defer where()
	defer func() { r++ }()
	if n == 1 {
		return 1
	}
	return 2
}

func rangeFunc(n int) (r int) {
	for i := range func(yield func(int) bool) { _ = yield(0) && yield(1) && yield(2) } {
		defer where()
		if i == n {
			return i
		}
	}
	return 2
}

func outOfRangeFunc(n int) (r int) {
	defer where()
	for i := range func(yield func(int) bool) { _ = yield(0) && yield(1) && yield(2) } {
		if i == n {
			return i
		}
	}
	return 2
}

func end(n int) {
	defer where()
	if n == 1 {
		return
	}
	println("end")
}

func main() {
	for n := range 3 {
		println(n)
		returns(n)
		loop(n)
		nine(n)
		sixteen(n)
		escapes(n)
		escapesToLoop(n)
		escapesToGoroutine(n)
		stays(n)
		rangeFunc(n)
		outOfRangeFunc(n)
		end(n)
	}
}
