// Duplicate fields, embedded types that cannot be embedded, ambiguous selectors.
package main

import "fmt"

type I interface{ M() }
type Ptr *int

type A struct {
	x int
	x string // ERROR `^x redeclared\n\t\./struct_fields\.go:10:2: other declaration of x$`
	y, y bool // ERROR `^y redeclared\n\t\./struct_fields\.go:12:2: other declaration of y$`
}
type B struct {
	I
	*I // ERROR `^embedded field type cannot be a pointer to an interface$` `^I redeclared\n\t\./struct_fields\.go:15:2: other declaration of I$`
	*int
	int // ERROR `^int redeclared\n\t\./struct_fields\.go:17:3: other declaration of int$`
	Ptr // ERROR `^embedded field type cannot be a pointer$`
	fmt.Stringer
	Stringer int // ERROR `^Stringer redeclared\n\t\./struct_fields\.go:20:6: other declaration of Stringer$`
}
type C struct{ n, c int }
type D struct{ n, d int }
type E struct {
	C
	D
	*C // ERROR `^C redeclared\n\t\./struct_fields\.go:26:2: other declaration of C$`
}
type F struct {
	C
	D
}

func (C) m() {}
func (D) m() {}

func main() {
	var f F
	f.n = 1 // ERROR `^ambiguous selector f\.n$`
	f.m() // ERROR `^ambiguous selector f\.m$`
	f.c, f.d = 1, 2
	f.C.n = 3
	_ = F{c: 1, n: 2} // ERROR `^unknown field n in struct literal of type F$`
	var g struct{ F }
	g.n++ // ERROR `^ambiguous selector g\.n$`
}
