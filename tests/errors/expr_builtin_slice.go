// append, copy, len, cap, make, delete, clear.
package main

func main() {
	var s []int
	var b []byte
	var m map[string]int
	var c chan int
	var n = 1
	_ = append(s, 1, 2.0)
	_ = append(s, "a") // ERROR `cannot use "a" \(untyped string constant\) as int value in argument to append`
	_ = append(s, s) // ERROR `cannot use s \(variable of type \[\]int\) as int value in argument to append`
	_ = append(s, s...)
	_ = append(b, "str"...)
	_ = append(s, "str"...) // ERROR `cannot use "str" \(untyped string constant\) as \[\]int value in argument to append`
	_ = append(nil, 1) // ERROR "invalid append: argument must be a slice; have untyped nil"
	_ = append(n, 1) // ERROR `invalid append: argument must be a slice; have n \(variable of type int\)`
	_ = append() // ERROR `invalid operation: not enough arguments for append\(\) \(expected 1, found 0\)`
	append(s, 1) // ERROR `append\(s, 1\) \(value of type \[\]int\) is not used`
	copy(s, s)
	copy(b, "str")
	copy(s, b) // ERROR `invalid copy: arguments s \(variable of type \[\]int\) and b \(variable of type \[\]byte\) have different element types int and byte`
	copy(s, "str") // ERROR `invalid copy: arguments s \(variable of type \[\]int\) and "str" \(untyped string constant\) have different element types int and byte`
	copy("str", b) // ERROR `invalid copy: argument must be a slice; have "str" \(untyped string constant\)`
	copy(s) // ERROR `invalid operation: not enough arguments for copy\(s\) \(expected 2, found 1\)`
	_ = len(n) // ERROR `invalid argument: n \(variable of type int\) for built-in len`
	_ = len(s, s) // ERROR `invalid operation: too many arguments for len\(s, s\) \(expected 1, found 2\)`
	_ = cap(m) // ERROR `invalid argument: m \(variable of type map\[string\]int\) for built-in cap`
	_ = cap("a") // ERROR `invalid argument: "a" \(untyped string constant\) for built-in cap`
	_ = len(c) + cap(c) + len(m) + len("a") + len([3]int{}) + len(&[3]int{})
	len(s) // ERROR `len\(s\) \(value of type int\) is not used`
	_ = make(int) // ERROR "invalid argument: cannot make int: type must be slice, map, or channel"
	_ = make([]int) // ERROR `invalid operation: make\(\[\]int\) expects 2 or 3 arguments; found 1`
	_ = make([]int, 1, 2, 3) // ERROR `invalid operation: make\(\[\]int, 1, 2, 3\) expects 2 or 3 arguments; found 4`
	_ = make([]int, -1) // ERROR `invalid argument: index -1 \(constant of type int\) must not be negative`
	_ = make([]int, 2, 1) // ERROR "invalid argument: length and capacity swapped"
	_ = make([]int, 1.0)
	_ = make([]int, "1") // ERROR `cannot convert "1" \(untyped string constant\) to type int`
	_ = make(map[string]int, n, n) // ERROR `invalid operation: make\(map\[string\]int, n, n\) expects 1 or 2 arguments; found 3`
	_ = make(chan int, n)
	make([]int, 1) // ERROR `make\(\[\]int, 1\) \(value of type \[\]int\) is not used`
	delete(m) // ERROR `invalid operation: not enough arguments for delete\(m\) \(expected 2, found 1\)`
	delete(m, 1) // ERROR `cannot use 1 \(untyped int constant\) as string value in argument to delete`
	delete(s, 1) // ERROR `invalid argument: s \(variable of type \[\]int\) is not a map`
	delete(m, "k")
	clear(m)
	clear(s)
	clear(n) // ERROR `invalid argument: cannot clear n \(variable of type int\): argument must be \(or constrained by\) map or slice`
	len = nil // ERROR `len \(built-in\) must be called`
	_ = len // ERROR `len \(built-in\) must be called`
}
