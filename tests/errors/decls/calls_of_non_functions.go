// Calls of things that are not functions, and uses of calls without results.
package main

type T struct{ f func(); n int }

func none()            {}
func two() (int, int)  { return 1, 2 }
func fn(func(int) int) {}

func main() {
	var n int
	var t T
	n() // ERROR `^invalid operation: cannot call n \(variable of type int\): int is not a function$`
	"x"() // ERROR `^invalid operation: cannot call "x" \(untyped string constant\): untyped string is not a function$`
	5(1) // ERROR `^invalid operation: cannot call 5 \(untyped int constant\): untyped int is not a function$`
	t.n() // ERROR `^invalid operation: cannot call t\.n \(variable of type int\): int is not a function$`
	t.f(1) // ERROR `^too many arguments in call to t\.f\n\thave \(number\)\n\twant \(\)$`
	t.g() // ERROR `^t\.g undefined \(type T has no field or method g\)$`
	nil() // ERROR `^invalid operation: cannot call nil: untyped nil is not a function$`
	x := none() // ERROR `^none\(\) \(no value\) used as value$`
	var y int = two() // ERROR `^multiple-value two\(\) \(value of type \(int, int\)\) in single-value context$`
	_ = two() + 1 // ERROR `^multiple-value two\(\) \(value of type \(int, int\)\) in single-value context$`
	_ = []int{two()} // ERROR `^multiple-value two\(\) \(value of type \(int, int\)\) in single-value context$`
	if none() { // ERROR `^none\(\) \(no value\) used as value$`
	}
	n = two() // ERROR `^assignment mismatch: 1 variable but two returns 2 values$`
	fn(none) // ERROR `^cannot use none \(value of type func\(\)\) as func\(int\) int value in argument to fn$`
	fn(func(x int) {}) // ERROR `^cannot use func\(x int\) \{\} \(value of type func\(x int\)\) as func\(int\) int value in argument to fn$`
	fn(func(x int) int { return x })
	fn(two()) // ERROR `^too many arguments in call to fn\n\thave \(int, int\)\n\twant \(func\(int\) int\)$`
	println(none()) // ERROR `^none\(\) \(no value\) used as value$`
	println(two())
	_ = none
	go n() // ERROR `^invalid operation: cannot call n \(variable of type int\): int is not a function$`
	return none() // ERROR `^none\(\) \(no value\) used as value$`
	_, _ = x, y
}
