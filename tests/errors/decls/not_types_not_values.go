// Types used as values and values used as types.
package main

type T struct{}

var v T

func f() {}

func main() {
	var a v // ERROR `^v \(package-level variable\) is not a type$`
	var b f // ERROR `^f \(function\) is not a type$`
	_ = T // ERROR `^T \(type\) is not an expression$`
	_ = int // ERROR `^int \(type\) is not an expression$`
	_ = []int // ERROR `^\[\]int \(type\) is not an expression$`
	x := T // ERROR `^T \(type\) is not an expression$`
	f = T // ERROR `^cannot assign to f \(neither addressable nor a map index expression\)$`
	_ = v{} // ERROR `^v \(package-level variable\) is not a type$`
	println(int) // ERROR `^int \(type\) is not an expression$`
	_ = T.x // ERROR `^T\.x undefined \(type T has no field or method x\)$`
	T() // ERROR `^missing argument in conversion to T$`
	T(1, 2) // ERROR `^too many arguments in conversion to T$`
	_ = make(v) // ERROR `^v \(package-level variable\) is not a type$`
	_ = len(T) // ERROR `^T \(type\) is not an expression$`
	_, _, _ = a, b, x
}
