// Expression switches.
package main

type T struct{ f []int }

func two() (int, int) { return 1, 2 }
func none()           {}

func main() {
	var n, s, f = 1, "s", 1.5
	var x interface{}
	var e error
	switch n {
	case 1, 2, 1: // ERROR `duplicate case 1 \(constant of type int\) in expression switch`
	case 2.0: // ERROR `duplicate case 2\.0 \(constant 2 of type int\) in expression switch`
	case 2.5: // ERROR `2\.5 \(untyped float constant\) truncated to int`
	case "s": // ERROR `cannot convert "s" \(untyped string constant\) to type int`
	case nil: // ERROR "cannot convert nil to type int"
	case n, f: // ERROR `invalid case f in switch on n \(mismatched types float64 and int\)`
	default:
	}
	switch s {
	case "a", "b", "a": // ERROR `duplicate case "a" \(constant of type string\) in expression switch`
	case 'a': // ERROR `cannot convert 'a' \(untyped rune constant 97\) to type string`
	}
	switch f {
	case 1, 1.0, 1.5: // ERROR `duplicate case 1\.0 \(constant 1 of type float64\) in expression switch`
	}
	switch {
	case n == 1, true:
	case n: // ERROR `invalid case n in switch on true \(mismatched types int and bool\)`
	case "s": // ERROR `cannot convert "s" \(untyped string constant\) to type bool`
	}
	switch x {
	case 1, "1", 1.0, nil, n, 1: // ERROR `duplicate case 1 \(constant of type int\) in expression switch`
	case T{}: // ERROR `invalid case T\{\} in switch on x \(struct containing \[\]int cannot be compared\)`
	}
	switch e {
	case nil:
	case 1: // ERROR `cannot convert 1 \(untyped int constant\) to type interface\{Error\(\) string\}`
	}
	switch (T{}) { // ERROR `cannot switch on \(T\{\}\) \(value of struct type T\) \(T is not comparable\)`
	case T{}:
	}
	switch []int(nil) {
	case nil:
	case []int{}: // ERROR `invalid case \[\]int\{\} in switch on \[\]int\(nil\) \(slice can only be compared to nil\)`
	}
	switch two() { // ERROR `multiple-value two\(\) \(value of type \(int, int\)\) in single-value context`
	}
	switch none() { // ERROR `none\(\) \(no value\) used as value`
	}
	switch nil { // ERROR "use of untyped nil in switch expression"
	}
	switch n := 1; n {
	default:
	default: // ERROR `multiple defaults \(first at \./stmt_switch\.go:56:2\)`
	}
	switch n {
	case 1:
		x := 1 // ERROR "declared and not used: x"
	case 2:
		x = 2
	}
	switch true {
	case true, false, true:
	}
	switch undefined { // ERROR "undefined: undefined"
	case 1:
		undefinedToo() // ERROR "undefined: undefinedToo"
	}
}
