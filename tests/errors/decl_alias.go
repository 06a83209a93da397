// Aliases are other names for the same type.
package main

type A = int
type B = A
type C = []B
type D = D // ERROR `^invalid recursive type: D refers to itself`
type E = F // ERROR `^invalid recursive type E`
type F = E
type G = *H
type H struct{ g G }
type I = struct{ next *I } // ERROR `^invalid recursive type: I refers to itself`

func (A) m() {} // ERROR `^cannot define new methods on non-local type A`
func (G) ptr() {}

type T struct{}
type AT = T

func (AT) m1() {}
func (T) m1() {} // ERROR `^method T\.m1 already declared at \./decl_alias\.go:20:11`

func main() {
	var a A = 1
	var b B = a
	var c C = []int{b}
	var n int = a
	var g G = new(H)
	g.ptr()
	AT{}.m1()
	type L = string
	var l L = 1 // ERROR `^cannot use 1 \(untyped int constant\) as L value in variable declaration`
	_, _, _ = c, n, l
}
