// Methods on types that cannot have them, duplicates, and clashes with fields.
package main

import "time"

type T struct{ f int }
type P *int
type I interface{ M() }
type A = int
type S []int

func (t T) f()             {} // ERROR `^field and method with the same name f\n\t\./methods\.go:6:16: other declaration of f$`
func (t T) m()             {}
func (t *T) m()            {} // ERROR `^method T\.m already declared at \./methods\.go:13:12$`
func (p P) x()             {} // ERROR `^invalid receiver type P \(pointer or interface type\)$`
func (i I) x()             {} // ERROR `^invalid receiver type I \(pointer or interface type\)$`
func (a A) x()             {} // ERROR `^cannot define new methods on non-local type A$`
func (n int) x()           {} // ERROR `^cannot define new methods on non-local type int$`
func (s *S) ok()           {}
func (s []int) x()         {} // ERROR `^invalid receiver type \[\]int$`
func (t **T) x()           {} // ERROR `^invalid receiver type \*\*T$`
func (u Undefined) x()     {} // ERROR `^undefined: Undefined$`
func (d time.Duration) x() {} // ERROR `^cannot define new methods on non-local type time\.Duration$`
func (p *P) y()            {} // ERROR `^invalid receiver type P \(pointer or interface type\)$`
func (*I) y()              {} // ERROR `^invalid receiver type I \(pointer or interface type\)$`
func (T) _()               {}
func (T) _()               {}
func (struct{}) z()        {} // ERROR `^invalid receiver type struct\{\}$`

func main() {}
