// Type switches.
package main

type I interface{ M() }
type Val struct{}
type Ptr struct{}

func (Val) M()  {}
func (*Ptr) M() {}

func main() {
	var x interface{}
	var i I
	var n int
	switch x.(type) {
	case int, string, int: // ERROR "duplicate case int in type switch"
	case nil, error, nil: // ERROR "duplicate case nil in type switch"
	case undefined: // ERROR "undefined: undefined"
	case n: // ERROR `n \(local variable\) is not a type`
	case 1: // ERROR "1 is not a type"
	case []int, map[string]int, func():
	default:
	default: // ERROR `multiple defaults \(first at \./stmt_type_switch\.go:22:2\)`
	}
	switch i.(type) {
	case Val, *Val, *Ptr:
	case Ptr: // ERROR "impossible type switch case: Ptr"
	case int: // ERROR "impossible type switch case: int"
	case interface{ Other() }:
	}
	switch n.(type) { // ERROR `n \(variable of type int\) is not an interface`
	}
	switch v := x.(type) { // ERROR "v declared and not used"
	case int:
	}
	switch v := x.(type) {
	case int:
		v = "s" // ERROR `cannot use "s" \(untyped string constant\) as int value in assignment`
		v++
	case int8, int16:
		v++ // ERROR `invalid operation: v\+\+ \(non-numeric type interface\{\}\)`
	case nil:
		_ = v == nil
	}
	switch v := x.(type) {
	case string:
		_ = v + "s"
	}
	switch _ := x.(type) { // ERROR "no new variable on left side of :="
	}
	switch v := i.(type) {
	case Val:
		v.M()
		v.N() // ERROR `v\.N undefined \(type Val has no field or method N\)`
	default:
		v.M()
	}
	switch y := 1; z := x.(type) { // ERROR "declared and not used: y"
	case int:
		_ = z
	}
	switch x := x.(type) {
	case int:
		var x int = 1 // ERROR "x redeclared in this block"
		_ = x
	}
	_ = x.(type) // ERROR `invalid syntax tree: use of \.\(type\) outside type switch`
}
