package main

import (
	"os"
	"runtime"
	"strings"
)

// fuel bounds the number of calls of a program.
var fuel int

// recovered is set once a program has recovered a panic.
var recovered bool

var (
	zero    int
	table   = []int{1, 2, 3}
	nilT    *T
	nilMap  map[int]int
	nilFunc func()
	nilI    I
)

func main() {
	if len(os.Args) > 1 {
		n := 0
		for _, c := range os.Args[1] {
			n = n*10 + int(c-'0')
		}
		fuel = 40
		programs[n]()
		println("end of main")
		return
	}
	for n, p := range programs {
		println("program", n)
		fuel, recovered = 40, false
		done := make(chan bool)
		go guarded(p, done)
		<-done
	}
}

func guarded(p func(), done chan bool) {
	defer close(done)
	defer func() { println("finally", text(recover())) }()
	p()
	println("returned")
}

func ev(k int) { println("ev", k) }

func quiet() { zero += 0 }

// E is an error.
type E struct{ k int }

func (e E) Error() string { return "E" + string(rune('a'+e.k%26)) }

// N prints with its type when nobody recovers it.
type N int

// T has methods of both kinds.
type T struct{ n int }

func (t T) V(k int)  { println("V", t.n, k) }
func (t *T) P(k int) { t.n += k; println("P", t.n) }

// R recovers.
func (t *T) R(k int) {
	if e := recover(); e != nil {
		t.n++
		println("R", k, t.n, text(e))
	}
}

type I interface {
	V(k int)
	P(k int)
}

func rec(k int) { println("rec", k, text(recover())) }

func recAt(p *int) {
	if e := recover(); e != nil {
		*p += 100
		println("recAt", text(e))
	}
}

// helper is deferred, or called by what is deferred.
func helper(k int) {
	e := recover() != nil
	recovered = recovered || e
	println("helper", k, e)
}

func viaHelper(k int) { helper(k) }

func pick(x, k int) func() {
	if x%2 == 0 {
		return quiet
	}
	return func() { println("picked", x, k) }
}

// upTo is an iterator.
func upTo(n int) func(func(int) bool) {
	return func(yield func(int) bool) {
		for i := 0; i < n && yield(i); i++ {
		}
	}
}

// announced is one that says when it ends.
func announced(n int) func(func(int) bool) {
	return func(yield func(int) bool) {
		defer println("iterator ends")
		for i := range n {
			if !yield(i) {
				println("stopped", i)
				return
			}
		}
	}
}

// where prints the lines of the program's functions that are being executed, and whether one of them may be returning
// from a recovery.
func where() {
	pcs := make([]uintptr, 300)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(2, pcs)])
	word := "at"
	if recovered {
		word = "then at"
	}
	print(word)
	for {
		f, more := frames.Next()
		if strings.HasPrefix(f.Function, "main.p") {
			print(" ", f.Line)
		}
		if !more {
			break
		}
	}
	println()
}

func text(e any) string {
	recovered = recovered || e != nil
	switch e := e.(type) {
	case nil:
		return "nil"
	case string:
		return e
	case int:
		return "int" + string(rune('0'+e%10))
	case N:
		return "N" + string(rune('0'+e%10))
	case error:
		return e.Error()
	}
	return "?"
}
