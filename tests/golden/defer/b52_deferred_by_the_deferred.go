// A call deferred by the deferred function does not see the outer panic.
package main

import "fmt"

func f() {
	defer func() {
		defer func() { fmt.Println("deferred of deferred:", recover()) }()
		fmt.Println("deferred")
	}()
	panic("outer")
}

func g() {
	defer func() {
		defer func() { fmt.Println("deferred of deferred:", recover()) }()
		panic("inner")
	}()
	panic("outer")
}

func main() {
	func() {
		defer func() { fmt.Println("caller of f:", recover()) }()
		f()
	}()
	func() {
		defer func() { fmt.Println("caller of g:", recover()) }()
		g()
	}()
}
