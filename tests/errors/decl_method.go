// Methods: receivers are defined types of the package, or pointers to them; names are unique.
package main

import "os"

type T struct{ f int }
type P *T
type I interface{ m() }
type A = T
type S []int

func (T) a()     {}
func (t *T) a()  {} // ERROR `^method T\.a already declared at \./decl_method\.go:12:10`
func (T) f()     {} // ERROR `^field and method with the same name f`
func (P) b()     {} // ERROR `^invalid receiver type P \(pointer or interface type\)`
func (*P) b2()   {} // ERROR `^invalid receiver type P \(pointer or interface type\)`
func (I) c()     {} // ERROR `^invalid receiver type I \(pointer or interface type\)`
func (*I) d()    {} // ERROR `^invalid receiver type I \(pointer or interface type\)`
func (int) e()   {} // ERROR `^cannot define new methods on non-local type int`
func (*int) e2() {} // ERROR `^cannot define new methods on non-local type int`
func (**T) g()   {} // ERROR `^invalid receiver type \*\*T`
func ([]int) h() {} // ERROR `^invalid receiver type \[\]int`
func (os.File) i()  {} // ERROR `^cannot define new methods on non-local type os\.File`
func (*os.File) j() {} // ERROR `^cannot define new methods on non-local type os\.File`
func (error) k() {} // ERROR `^cannot define new methods on non-local type error`
func (undefined) l() {} // ERROR `^undefined: undefined`
func (T) _()     {}
func (T) _()     {}
func (A) n()     {}
func (*A) o()    {}
func (s S) p()   {}
func (s *S) p2() { s.p() }
func (x T) q(x int) {} // ERROR `^x redeclared in this block`
func (x T) r() (x int) { return } // ERROR `^x redeclared in this block` `^result parameter x not in scope at return`

func main() {}
