// Type switches on non-interfaces, with impossible cases, with unused or misplaced variables.
package main

type I interface{ M() }
type T struct{}
type P struct{}

func (*P) M() {}

func main() {
	var i I
	var x any
	var n int
	switch n.(type) { // ERROR `^n \(variable of type int\) is not an interface$`
	}
	switch i.(type) {
	case T: // ERROR `^impossible type switch case: T\n\ti \(variable of interface type I\) cannot have dynamic type T \(missing method M\)$`
	case P: // ERROR `^impossible type switch case: P\n\ti \(variable of interface type I\) cannot have dynamic type P \(method M has pointer receiver\)$`
	case *P:
	case int: // ERROR `^impossible type switch case: int\n\ti \(variable of interface type I\) cannot have dynamic type int \(missing method M\)$`
	case interface{ M(int) }:
	case error:
	}
	switch v := x.(type) { // ERROR `^v declared and not used$`
	case v: // ERROR `^undefined: v$`
	case 1: // ERROR `^1 is not a type$`
	case "s", int: // ERROR `^"s" is not a type$`
	case Missing: // ERROR `^undefined: Missing$`
	case []int, map[[]int]int: // ERROR `^invalid map key type \[\]int$`
	}
	_ = x.(type) // ERROR `^invalid syntax tree: use of \.\(type\) outside type switch$`
	y := x.(type) // ERROR `^declared and not used: y$` `^invalid syntax tree: use of \.\(type\) outside type switch$`
	switch x := x.(type) { // ERROR `^x declared and not used$`
	}
	switch v := x.(type) {
	case int:
		_ = v + "s" // ERROR `^invalid operation: v \+ "s" \(mismatched types int and untyped string\)$`
	case string, int8:
		_ = v + "s" // ERROR `^invalid operation: v \+ "s" \(mismatched types any and string\)$`
	case nil:
		_ = v.(int)
	}
}
