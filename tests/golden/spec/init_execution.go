package main

import (
	"fmt"
	"os"
)

var (
	a = c + b
	b = f()
	c = 1
)

var x = func() int { trace("x"); return y + 1 }()
var y = func() int { trace("y"); return 41 }()
var m, n = pair()
var _ = trace("blank")
var table = build()
var dep = useMethod(T{})
var fn = viaLiteral

type T struct{}

func (T) get() int { return late }

var late = func() int { trace("late"); return 7 }()

func useMethod(t T) int { return t.get() * 2 }

func viaLiteral() int { return hidden }

var hidden = trace("hidden") + 1

func pair() (int, int) { trace("pair"); return x, 2 }

func build() map[string]int { trace("table"); return map[string]int{"a": a, "x": x} }

func f() int { trace("f"); c++; return c }

var order []string

func trace(s string) int { order = append(order, s); return len(order) }

func init() { trace("init 1"); y = 100 }

func init() {
	trace("init 2")
	defer trace("deferred in init")
	func() {
		defer func() { recover() }()
		panic("in init")
	}()
}

func main() {
	fmt.Println(order)
	fmt.Println(a, b, c, x, y, m, n, table, dep, fn())
	done := make(chan bool)
	go func() {
		defer close(done)
		fmt.Println("goroutine")
	}()
	<-done
	go func() { select {} }()
	defer fmt.Println("main's deferred call")
	if len(os.Args) > 100 {
		os.Exit(1)
	}
}

func init() { trace("init 3") }
