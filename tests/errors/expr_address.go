// What has an address, and indirection.
package main

type T struct{ f int }

func val() T  { return T{} }
func ptr() *T { return nil }

const c = 1

func main() {
	var x int
	var p = &x
	var m map[string]T
	var i interface{} = &x
	_ = &x
	_ = &T{}
	_ = &(T{})
	_ = &val().f // ERROR `invalid operation: cannot take address of val\(\)\.f \(value of type int\)`
	_ = &ptr().f
	_ = &val() // ERROR `invalid operation: cannot take address of val\(\) \(value of struct type T\)`
	_ = &c // ERROR `invalid operation: cannot take address of c \(untyped int constant 1\)`
	_ = &1 // ERROR `invalid operation: cannot take address of 1 \(untyped int constant\)`
	_ = &"s" // ERROR `invalid operation: cannot take address of "s" \(untyped string constant\)`
	_ = &main // ERROR `invalid operation: cannot take address of main \(value of type func\(\)\)`
	_ = &nil // ERROR "invalid operation: cannot take address of nil"
	_ = &m["k"].f // ERROR `invalid operation: cannot take address of m\["k"\]\.f \(value of type int\)`
	_ = **&p
	_ = *x // ERROR `invalid operation: cannot indirect x \(variable of type int\)`
	_ = *i // ERROR `invalid operation: cannot indirect i \(variable of type interface\{\}\)`
	_ = *nil // ERROR "invalid operation: cannot indirect nil"
	_ = *T{} // ERROR `invalid operation: cannot indirect T\{\} \(value of struct type T\)`
	_ = *"s" // ERROR `invalid operation: cannot indirect "s" \(untyped string constant\)`
	*p = "s" // ERROR `cannot use "s" \(untyped string constant\) as int value in assignment`
	*val = 1 // ERROR `invalid operation: cannot indirect val \(value of type func\(\) T\)`
	val().f = 1 // ERROR `cannot assign to val\(\)\.f \(neither addressable nor a map index expression\)`
	ptr().f = 1
	m["k"].f = 1 // ERROR `cannot assign to struct field m\["k"\]\.f in map`
	m["k"] = T{}
	(x) = 1
	x, val() = 1, T{} // ERROR `cannot assign to val\(\) \(neither addressable nor a map index expression\)`
}
