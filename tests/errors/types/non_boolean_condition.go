// Conditions must be boolean.
package main

func f() (bool, bool) { return true, true }
func g()              {}

func main() {
	var n int
	var p *int
	if n { // ERROR `^non-boolean condition in if statement$`
	}
	if 1 { // ERROR `^non-boolean condition in if statement$`
	}
	if p { // ERROR `^non-boolean condition in if statement$`
	}
	if n = 1; n { // ERROR `^non-boolean condition in if statement$`
	}
	for n { // ERROR `^non-boolean condition in for statement$`
	}
	for i := 0; i; i++ { // ERROR `^non-boolean condition in for statement$`
	}
	if "x" { // ERROR `^non-boolean condition in if statement$`
	}
	if nil { // ERROR `^non-boolean condition in if statement$`
	}
	if f() { // ERROR `^multiple-value f\(\) \(value of type \(bool, bool\)\) in single-value context$`
	}
	if g() { // ERROR `^g\(\) \(no value\) used as value$`
	}
	_ = !n && true // ERROR `^invalid operation: operator ! not defined on n \(variable of type int\)$`
}
