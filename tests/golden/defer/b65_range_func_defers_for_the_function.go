// A defer in the body of a range over a function belongs to the function around it, from nested loops too, and runs after
// the iterators have returned.
package main

import "fmt"

func count(name string, n int) func(func(int) bool) {
	return func(yield func(int) bool) {
		defer fmt.Println(name, "has ended")
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}

func nested() {
	defer fmt.Println("first statement")
	for i := range count("outer", 2) {
		defer fmt.Println("outer body", i)
		for j := range count("inner", 2) {
			defer func() { fmt.Println("inner body", i, j) }()
		}
		fmt.Println("end of", i)
	}
	defer fmt.Println("last statement")
	fmt.Println("end of nested")
}

func literal() {
	for i := range count("loop", 2) {
		func() {
			defer fmt.Println("of the literal", i)
		}()
		defer fmt.Println("of the function", i)
	}
}

func main() {
	nested()
	literal()
}
