// Loads, stores, nil functions, nil interfaces and nil array pointers give the same runtime error.
package main

import "fmt"

type T struct {
	pad  [10]int
	x    int
	next *T
}

type I interface{ M() }

func try(name string, f func()) {
	defer func() { fmt.Println(name, "->", recover()) }()
	f()
	fmt.Println(name, "no panic")
}

func main() {
	var p *T
	var q *int
	var a *[3]int
	var f func()
	var i I
	var s *string
	var pp **int
	try("load", func() { fmt.Println(p.x) })
	try("store", func() { p.x = 1 })
	try("int", func() { *q = 1 })
	try("op=", func() { *q += 1 })
	try("array element", func() { fmt.Println(a[1]) })
	try("array slice", func() { fmt.Println(a[:]) })
	try("array len", func() { fmt.Println(len(a)) })
	try("array range value", func() {
		for _, x := range a {
			fmt.Println(x)
		}
	})
	try("array range index", func() {
		for i := range a {
			fmt.Println(i)
		}
	})
	try("function", func() { f() })
	try("interface", func() { i.M() })
	try("string", func() { fmt.Println(len(*s)) })
	try("pointer", func() { fmt.Println(**pp) })
	try("struct copy", func() { t := *p; fmt.Println(t.x) })
	try("chain", func() { t := &T{}; fmt.Println(t.next.next) })
	try("unused load", func() { _ = *p })
	try("field address", func() { fmt.Println(&p.x == nil) })
}
