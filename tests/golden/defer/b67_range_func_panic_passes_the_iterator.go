// A panic in the body passes the deferred calls of the iterator first.
package main

import "fmt"

func iterator(yield func(int) bool) {
	defer fmt.Println("iterator")
	defer func() { fmt.Println("iterator sees", recover() == nil) }()
	func() {
		defer fmt.Println("literal of the iterator")
		yield(1)
	}()
}

func outer(yield func(int) bool) {
	defer fmt.Println("outer iterator")
	for i := range inner {
		if !yield(i) {
			return
		}
	}
}

func inner(yield func(int) bool) {
	defer fmt.Println("inner iterator")
	yield(7)
}

func main() {
	func() {
		defer func() { fmt.Println("recovered", recover()) }()
		for i := range outer {
			defer fmt.Println("body", i)
			panic("from the body")
		}
	}()
	defer func() { fmt.Println("recovered", recover()) }()
	for range iterator {
		defer fmt.Println("body")
		panic("swallowed")
	}
}
