// Conditions of if and for, and their scopes.
package main

type B bool

func two() (bool, bool) { return true, true }

func main() {
	var n int
	var b B
	if n { // ERROR "non-boolean condition in if statement"
	}
	if b {
	}
	if n == 1 {
	} else if "s" { // ERROR "non-boolean condition in if statement"
	}
	if nil { // ERROR "non-boolean condition in if statement"
	}
	if two() { // ERROR `multiple-value two\(\) \(value of type \(bool, bool\)\) in single-value context`
	}
	if x := n; x == 1 {
	} else {
		_ = x
	}
	_ = x // ERROR "undefined: x"
	for n { // ERROR "non-boolean condition in for statement"
	}
	for b {
	}
	for i := 0; i; i++ { // ERROR "non-boolean condition in for statement"
	}
	for i := 0; i < "s"; i++ { // ERROR `invalid operation: i < "s" \(mismatched types int and untyped string\)`
	}
	for ; ; n++ {
		break
	}
	_ = i // ERROR "undefined: i"
	if v, ok := map[int]int{}[1]; ok { // ERROR "declared and not used: v"
	}
	if undefined { // ERROR "undefined: undefined"
		undefined2() // ERROR "undefined: undefined2"
	} else {
		undefined3() // ERROR "undefined: undefined3"
	}
	if n = 1; n == 1 {
	}
	for f := func() bool { return n }; f(); { // ERROR `cannot use n \(variable of type int\) as bool value in return statement`
	}
}
