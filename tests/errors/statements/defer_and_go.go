// defer and go with conversions, builtins without effect and non-calls.
package main

func f() int { return 1 }

func main() {
	var x any
	defer int(3) // ERROR `^defer requires function call, not conversion int\(3\) \(constant 3 of type int\)$`
	defer len("x") // ERROR `^defer discards result of len\("x"\) \(constant 1 of type int\)$`
	defer append([]int{}, 1) // ERROR `^defer discards result of append\(\[\]int\{\}, 1\) \(value of type \[\]int\)$`
	defer make([]int, 1) // ERROR `^defer discards result of make\(\[\]int, 1\) \(value of type \[\]int\)$`
	defer new(int) // ERROR `^defer discards result of new\(int\) \(value of type \*int\)$`
	defer cap([]int{}) // ERROR `^defer discards result of cap\(\[\]int\{\}\) \(value of type int\)$`
	defer complex(1, 2) // ERROR `^defer discards result of complex\(1, 2\) \(untyped complex constant \(1 \+ 2i\)\)$`
	defer min(1, 2) // ERROR `^defer discards result of min\(1, 2\) \(untyped int constant 1\)$`
	defer real(1i) // ERROR `^defer discards result of real\(1i\) \(untyped float constant 0\)$`
	go string("x") // ERROR `^go requires function call, not conversion string\("x"\) \(constant "x" of type string\)$`
	go max(1, 2) // ERROR `^go discards result of max\(1, 2\) \(untyped int constant 2\)$`
	go imag(1i) // ERROR `^go discards result of imag\(1i\) \(untyped float constant 1\)$`
	defer f()
	defer recover()
	defer panic(1)
	defer print()
	go println()
	defer copy([]int{}, []int{})
	defer f(1) // ERROR `^too many arguments in call to f\n\thave \(number\)\n\twant \(\)$`
	defer undefined() // ERROR `^undefined: undefined$`
	defer x.(func())()
	defer (func())(nil)()
	go func() int { return 1 }()
	defer x() // ERROR `^invalid operation: cannot call x \(variable of interface type any\): any is not a function$`
	defer nil() // ERROR `^invalid operation: cannot call nil: untyped nil is not a function$`
}
