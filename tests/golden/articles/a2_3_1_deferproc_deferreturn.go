// Article 2, 3.1: deferproc and deferreturn with the article's signatures, as functions of the program.
package main

import "fmt"

type funcval struct{ fn func() }

type record struct {
	siz  int32
	fn   *funcval
	link *record
}

var chain *record

func deferproc(siz int32, fn *funcval) {
	chain = &record{siz, fn, chain}
}

func deferreturn(arg0 uintptr) {
	for chain != nil {
		d := chain
		chain = d.link
		d.fn.fn()
	}
	fmt.Println("nothing left, arg0 =", arg0)
}

func main() {
	deferproc(0, &funcval{func() { fmt.Println("registered first") }})
	deferproc(8, &funcval{func() {
		fmt.Println("registered second")
		deferproc(0, &funcval{func() { fmt.Println("registered while running") }})
	}})
	fmt.Println("body")
	deferreturn(0)
}
