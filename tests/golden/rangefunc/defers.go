package main

import "fmt"

func seq(name string, n int) func(func(int) bool) {
	return func(yield func(int) bool) {
		defer fmt.Println("iterator", name, "done")
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}

func order() {
	defer fmt.Println("first")
	for i := range seq("a", 2) {
		defer fmt.Println("a", i)
		for j := range seq("b", 2) {
			defer fmt.Println("b", i, j)
		}
	}
	defer fmt.Println("between")
	for i := 0; i < 2; i++ {
		defer fmt.Println("plain", i)
		for j := range seq("c", 2) {
			defer func() { fmt.Println("c", i, j) }()
		}
	}
	defer fmt.Println("last")
	fmt.Println("body ends")
}

func result() (n int) {
	for i := range seq("r", 3) {
		defer func() { n += i }()
		if i == 2 {
			return 10
		}
	}
	return 0
}

func unnamed() int {
	for i := range seq("u", 3) {
		defer fmt.Println("deferred", i)
		if i == 1 {
			return 7
		}
	}
	return 0
}

func recovers(where string) (s string) {
	defer fmt.Println("outer defer")
	for i := range seq("p", 3) {
		defer func() {
			if r := recover(); r != nil {
				s = fmt.Sprint("recovered ", r, " in ", i)
			}
		}()
		if i == 1 && where == "body" {
			panic("from the body")
		}
	}
	if where == "after" {
		panic("after the loop")
	}
	return "no panic"
}

func iteratorPanics() (s string) {
	bad := func(yield func() bool) {
		yield()
		panic("from the iterator")
	}
	for range bad {
		defer func() { s = fmt.Sprint(recover()) }()
	}
	return "?"
}

func conditional(n int) {
	if n > 0 {
		defer fmt.Println("open 1", n)
	}
	for i := range seq("k", n) {
		if i%2 == 0 {
			defer fmt.Println("even", i)
		}
	}
	if n > 1 {
		defer fmt.Println("open 2", n)
		return
	}
	defer fmt.Println("open 3", n)
}

func nested() {
	for i := range seq("n", 2) {
		func() {
			defer fmt.Println("of the literal", i)
			for j := range seq("m", 2) {
				defer fmt.Println("of the literal's loop", i, j)
			}
		}()
		defer fmt.Println("of nested", i)
	}
}

type T struct{ name string }

func (t T) Close()              { fmt.Println("close", t.name) }
func (t *T) Reset(a int, b any) { fmt.Println("reset", t.name, a, b) }

func methods() {
	for i := range seq("t", 2) {
		t := T{fmt.Sprint("t", i)}
		defer t.Close()
		defer t.Reset(i, "x")
		t.name += "!"
	}
}

func many() {
	n := 0
	for i := range 2000 {
		for range seq1 {
			defer func() { n += i }()
		}
	}
	defer func() { fmt.Println("none yet", n) }()
}

func seq1(yield func() bool) { yield() }

func main() {
	order()
	fmt.Println(result())
	fmt.Println(unnamed())
	for _, w := range []string{"body", "after", ""} {
		fmt.Println(recovers(w))
	}
	fmt.Println(iteratorPanics())
	for n := range 3 {
		conditional(n)
	}
	nested()
	methods()
	many()
}
