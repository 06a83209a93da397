// A deferred call that a panic runs stands on top of the panicking frames; on a normal return only on its own.
package main

import (
	"runtime"
	"strings"
)

func stack(what string) {
	pcs := make([]uintptr, 40)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(2, pcs)])
	print(what, ":")
	for {
		f, more := frames.Next()
		if strings.HasPrefix(f.Function, "main.") && !strings.HasPrefix(f.Function, "main.main.") {
			print(" ", f.Function, ":", f.Line)
		}
		if !more {
			break
		}
	}
	println()
}

func report() { stack("report") }

//go:noinline
func thrower(p *int) int { return *p }

func middle(p *int) int {
	defer report()
	return thrower(p) + 1
}

func outer(p *int) {
	defer func() {
		stack("outer's literal")
		recover()
		stack("after recover")
	}()
	middle(p)
}

func inLoop(p *int) {
	defer func() { recover() }()
	for i := range 2 {
		defer stack("loop")
		if i == 1 {
			thrower(p)
		}
	}
}

func main() {
	n := 1
	outer(&n)
	outer(nil)
	inLoop(&n)
	inLoop(nil)
}
