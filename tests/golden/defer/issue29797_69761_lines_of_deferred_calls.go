// go.dev/issue/29797, 69761: which line a function stands at while its deferred calls run, and where a literal or a
// wrapper that is deferred stands.
package main

import "runtime"

func trace(name string) {
	var pcs [12]uintptr
	frames := runtime.CallersFrames(pcs[:runtime.Callers(2, pcs[:])])
	print(name, ":")
	for {
		f, more := frames.Next()
		if f.Function == "runtime.main" || !more {
			break
		}
		if f.Function[:4] == "main" {
			print(" ", f.Function, " ", f.Line)
		}
	}
	println()
}

func returns(n int) int {
	defer trace("wrapper")
	defer func() {
		trace("literal")
	}()
	if n > 0 {
		return n *
			2
	}
	return 0
}

func ends() {
	defer trace("end")
	println("body")

}

func inline() { trace("inlined") }

func calls() {
	defer inline()
	defer func() { inline() }()
}

type value struct{ n int }

func (v value) method() { trace("method") }

func methods() {
	v := value{1}
	defer v.method()
	defer (&v).method()
	var i interface{ method() } = v
	defer i.method()
	f := v.method
	defer f()
}

func panics() {
	defer func() {
		recover()
		trace("in a panic")
	}()
	var m map[int]int
	m[1] =
		2
}

func main() {
	returns(1)
	returns(0)
	ends()
	calls()
	methods()
	panics()
}
