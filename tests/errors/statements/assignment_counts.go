// Numbers of values on both sides of assignments and declarations.
package main

func one() int               { return 1 }
func two() (int, int)        { return 1, 2 }
func none()                  {}

func main() {
	var a, b, c int
	a, b = 1 // ERROR `^assignment mismatch: 2 variables but 1 value$`
	a, b = 1, 2, 3 // ERROR `^assignment mismatch: 2 variables but 3 values$`
	a = 1, 2 // ERROR `^assignment mismatch: 1 variable but 2 values$`
	a, b = two()
	a, b, c = two() // ERROR `^assignment mismatch: 3 variables but two returns 2 values$`
	a = two() // ERROR `^assignment mismatch: 1 variable but two returns 2 values$`
	a, b = one() // ERROR `^assignment mismatch: 2 variables but one returns 1 value$`
	a = none() // ERROR `^none\(\) \(no value\) used as value$`
	a, b = two(), 1 // ERROR `^multiple-value two\(\) \(value of type \(int, int\)\) in single-value context$`
	x, y := 1 // ERROR `^assignment mismatch: 2 variables but 1 value$`
	z := two() // ERROR `^assignment mismatch: 1 variable but two returns 2 values$`
	var p, q = 1 // ERROR `^assignment mismatch: 2 variables but 1 value$`
	var r, s int = two(), 1 // ERROR `^multiple-value two\(\) \(value of type \(int, int\)\) in single-value context$`
	var t = none() // ERROR `^none\(\) \(no value\) used as value$`
	v, w := one(), none() // ERROR `^none\(\) \(no value\) used as value$`
	m := map[int]int{}
	d, ok, more := m[1] // ERROR `^assignment mismatch: 3 variables but 1 value$`
	a += two() // ERROR `^multiple-value two\(\) \(value of type \(int, int\)\) in single-value context$`
	_ = none() // ERROR `^none\(\) \(no value\) used as value$`
	_, _, _ = a, b, c
	_, _, _, _, _, _, _, _, _, _, _, _, _ = x, y, z, p, q, r, s, t, v, w, d, ok, more
}
