// A function variable is read at the statement; later assignments have no effect.
package main

import "fmt"

func one() { fmt.Println("one") }
func two() { fmt.Println("two") }

type S struct{ f func() }

func main() {
	f := one
	defer f()
	f = two
	defer f()
	f = nil

	s := S{one}
	p := &s
	defer p.f()
	s.f = two

	fs := []func(){one, two}
	for i := range fs {
		defer fs[i]()
	}
	fs[0], fs[1] = nil, nil
	fmt.Println("body")
}
