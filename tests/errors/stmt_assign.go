// Assignments: counts, types and what can stand on the left.
package main

func one() int            { return 1 }
func two() (int, string)  { return 1, "a" }
func none()               {}

const c = 1

type T struct{}

func main() {
	var a, b int
	var s string
	var m map[string]int
	a, b = 1, 2
	a, b = b, a
	a, b = 1 // ERROR "assignment mismatch: 2 variables but 1 value"
	a = 1, 2 // ERROR "assignment mismatch: 1 variable but 2 values"
	a, b = one() // ERROR "assignment mismatch: 2 variables but one returns 1 value"
	a, s = two()
	a, b = two() // ERROR `cannot use 2nd function result \(value of type string\) as int value in multiple assignment`
	a = two() // ERROR "assignment mismatch: 1 variable but two returns 2 values"
	a, b, s = two() // ERROR "assignment mismatch: 3 variables but two returns 2 values"
	a = none() // ERROR `none\(\) \(no value\) used as value`
	a, s = none() // ERROR `none\(\) \(no value\) used as value`
	a, ok := m["k"]
	a, ok = m["k"], 1 // ERROR `cannot use 1 \(untyped int constant\) as bool value in multiple assignment`
	_, _ = m["k"]
	_, _, _ = m["k"] // ERROR "assignment mismatch: 3 variables but 1 value"
	a, b = 1, "2" // ERROR `cannot use "2" \(untyped string constant\) as int value in multiple assignment`
	_ = 1
	_ = nil // ERROR "use of untyped nil in assignment to _ identifier"
	_ = T // ERROR `T \(type\) is not an expression`
	_ = none
	c = 2 // ERROR `cannot assign to c \(neither addressable nor a map index expression\)`
	main = nil // ERROR `cannot assign to main \(neither addressable nor a map index expression\)`
	one() = 1 // ERROR `cannot assign to one\(\) \(neither addressable nor a map index expression\)`
	1 = a // ERROR `cannot assign to 1 \(neither addressable nor a map index expression\)`
	"s" = s // ERROR `cannot assign to "s" \(neither addressable nor a map index expression\)`
	T = T{} // ERROR `T \(type\) is not an expression`
	undefined1 = 1 // ERROR "undefined: undefined1"
	a = undefined2 // ERROR "undefined: undefined2"
	a, undefined3 = 1, 2 // ERROR "undefined: undefined3"
	a += "s" // ERROR `invalid operation: a \+= "s" \(mismatched types int and untyped string\)`
	s += 1 // ERROR `invalid operation: s \+= 1 \(mismatched types string and untyped int\)`
	a <<= 1.5 // ERROR `1\.5 \(untyped float constant\) truncated to uint`
	m["k"] += "s" // ERROR `invalid operation: m\["k"\] \+= "s" \(mismatched types int and untyped string\)`
	a++
	s++ // ERROR `invalid operation: s\+\+ \(non-numeric type string\)`
	c-- // ERROR `cannot assign to c \(neither addressable nor a map index expression\)`
	one()++ // ERROR `cannot assign to one\(\) \(neither addressable nor a map index expression\)`
	nil = nil // ERROR `cannot assign to nil \(neither addressable nor a map index expression\)`
	true = false // ERROR `cannot assign to true \(neither addressable nor a map index expression\)`
	_ += 1 // ERROR "cannot use _ as value or type"
	_++ // ERROR "cannot use _ as value or type"
	a, a = 1, 2
	_ = ok
}
