// Runtime panics without the "runtime error: " prefix.
package main

import (
	"fmt"
	"runtime"
)

type T struct{}

func (T) M() {}

type I interface{ M() }

func try(name string, f func()) {
	defer func() {
		r := recover()
		_, ok := r.(runtime.Error)
		fmt.Println(name, "->", r, ok)
	}()
	f()
}

func main() {
	var m map[string]int
	var p *T
	closed := make(chan int)
	close(closed)
	try("nil map", func() { m["a"]++ })
	try("closed send", func() { closed <- 1 })
	try("closed select", func() {
		select {
		case closed <- 1:
		default:
		}
	})
	try("close closed", func() { close(closed) })
	try("close nil", func() { var c chan int; close(c) })
	is := []I{p}
	try("value method, nil pointer", func() { is[0].M() })
	try("method value", func() { f := is[0].M; f() })
}
