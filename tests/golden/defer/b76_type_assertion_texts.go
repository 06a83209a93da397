// Texts of failed type assertions.
package main

import (
	"fmt"
	"runtime"
)

type I interface{ M() }
type J interface {
	M()
	N(int) string
}
type T struct{}
type P struct{}

func (T) M()  {}
func (*P) M() {}

func try(name string, f func()) {
	defer func() {
		r := recover()
		_, ok := r.(*runtime.TypeAssertionError)
		fmt.Println(name, "->", r, ok)
	}()
	f()
}

func main() {
	var none, str, num any = nil, "s", 1
	var i I = T{}
	var nilI I
	try("nil any to int", func() { _ = none.(int) })
	try("string to int", func() { _ = str.(int) })
	try("int to I", func() { _ = num.(I) })
	try("nil to I", func() { _ = none.(I) })
	try("nil I to J", func() { _ = nilI.(J) })
	try("I to *T", func() { _ = i.(*T) })
	try("I to J", func() { _ = i.(J) })
	try("nil I to T", func() { _ = nilI.(T) })
	try("P value to I", func() { _ = any(P{}).(I) })
	try("slice", func() { _ = any([]int{}).([]string) })
	try("func", func() { _ = any(func(int) {}).(func()) })
	try("struct", func() { _ = any(struct{ x int }{}).(map[string]bool) })
}
