// Types that need the value of something of the same type.
package main

import "unsafe"

type T [len(v)]int // ERROR `^invalid recursive type T`

var v T

type U struct{ f [unsafe.Sizeof(U{})]int } // ERROR `^invalid recursive type: U refers to itself`

type V [unsafe.Sizeof(w)]int // ERROR `^invalid recursive type V`

var w *V

func f(x [unsafe.Sizeof(f)]int) {}

type W struct{ p *[unsafe.Sizeof(W{})]int } // ERROR `^invalid recursive type: W refers to itself`

const c = len(d) // ERROR `^initialization cycle for c`

var d [c]int

func main() {}
