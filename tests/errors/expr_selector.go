// Selectors, method values and method expressions.
package main

import (
	"errors"
	"fmt"
)

type Inner struct{ f, shared int }
type Other struct{ shared int }
type T struct {
	Inner
	*Other
	Name string
}
type I interface{ M() }
type E struct{ I }

func (t T) Val()   {}
func (t *T) Ptr()  {}
func (i Inner) In() {}

func mk() T { return T{} }

func main() {
	var t T
	var p = &t
	var pp = &p
	var i I
	var pi = &i
	_ = t.f + p.f
	_ = t.shared // ERROR `ambiguous selector t\.shared`
	_ = t.nosuch // ERROR `t\.nosuch undefined \(type T has no field or method nosuch\)`
	_ = t.name // ERROR `t\.name undefined \(type T has no field or method name, but does have field Name\)`
	_ = t.val // ERROR `t\.val undefined \(type T has no field or method val, but does have method Val\)`
	_ = pp.f // ERROR `pp\.f undefined \(type \*\*T has no field or method f\)`
	t.Val()
	p.Val()
	t.Ptr()
	mk().Val()
	mk().Ptr() // ERROR "cannot call pointer method Ptr on T"
	T{}.Ptr() // ERROR "cannot call pointer method Ptr on T"
	i.M()
	i.N() // ERROR `i\.N undefined \(type I has no field or method N\)`
	pi.M() // ERROR `pi\.M undefined \(type \*I is pointer to interface, not interface\)`
	E{i}.M()
	_ = T.Val
	_ = T.Ptr // ERROR `invalid method expression T\.Ptr \(needs pointer receiver \(\*T\)\.Ptr\)`
	_ = (*T).Ptr
	_ = (*T).Val
	_ = T.In
	_ = T.f // ERROR "operand for field selector f must be value of type T"
	_ = I.M
	T.Val(t, 1) // ERROR `too many arguments in call to T\.Val`
	T.Val() // ERROR `not enough arguments in call to T\.Val`
	_ = fmt.println // ERROR `undefined: fmt\.println \(but have Println\)`
	_ = fmt.Printn // ERROR `undefined: fmt\.Printn`
	_ = fmt.nosuch // ERROR `undefined: fmt\.nosuch`
	_ = errors // ERROR "use of package errors not in selector"
	fmt = nil // ERROR "use of package fmt not in selector"
	errors.New("x").error() // ERROR `errors\.New\("x"\)\.error undefined \(type error has no field or method error, but does have method Error\)`
	_ = main.x // ERROR `main\.x undefined \(type func\(\) has no field or method x\)`
	_ = len.x // ERROR `invalid use of len \(built-in\) in selector expression`
	_ = (1).x // ERROR `\(1\)\.x undefined \(type untyped int has no field or method x\)`
	_ = nil.x // ERROR `nil\.x undefined \(type untyped nil has no field or method x\)`
}
