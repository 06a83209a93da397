// Conversions.
package main

type A struct {
	x int `tag`
}
type B struct{ x int }
type C struct{ y int }
type S string
type I interface{ M() }
type P *A

func main() {
	var a A
	var n, f, s = 1, 1.5, "s"
	var any interface{} = 1
	_ = B(a)
	_ = C(a) // ERROR `cannot convert a \(variable of struct type A\) to type C`
	_ = (*B)(&a)
	_ = (*C)(&a) // ERROR `cannot convert &a \(value of type \*A\) to type \*C`
	_ = int(s) // ERROR `cannot convert s \(variable of type string\) to type int`
	_ = string(f) // ERROR `cannot convert f \(variable of type float64\) to type string`
	_ = string(rune(n))
	_ = S(s) + S("x")
	_ = []byte(s)
	_ = []rune(S(s))
	_ = []int(s) // ERROR `cannot convert s \(variable of type string\) to type \[\]int`
	_ = string([]int{1}) // ERROR `cannot convert \[\]int\{…\} \(value of type \[\]int\) to type string`
	_ = int(any) // ERROR `cannot convert any \(variable of type interface\{\}\) to type int: need type assertion`
	_ = I(a) // ERROR `cannot convert a \(variable of struct type A\) to type I: A does not implement I \(missing method M\)`
	_ = interface{}(a)
	_ = [2]int([]int{1, 2})
	_ = *(*[2]int)([]int{1, 2})
	_ = [2]string([]int{1, 2}) // ERROR `cannot convert \[\]int\{…\} \(value of type \[\]int\) to type \[2\]string`
	_ = complex64(1)
	_ = complex64(f) // ERROR `cannot convert f \(variable of type float64\) to type complex64`
	_ = float32("1") // ERROR `cannot convert "1" \(untyped string constant\) to type float32`
	_ = int() // ERROR "missing argument in conversion to int"
	_ = int(1, 2) // ERROR "too many arguments in conversion to int"
	_ = int([]int{1}...) // ERROR `invalid use of \.\.\. in conversion to int`
	_ = bool(1) // ERROR `cannot convert 1 \(untyped int constant\) to type bool`
	_ = func()(nil) // ERROR `func\(\) nil \(type\) is not an expression` `nil \(untyped nil\) is not a type`
	_ = int(nil) // ERROR "cannot convert nil to type int"
	_ = P(&a)
	_ = (chan<- int)(make(chan int))
	_ = (chan int)(make(chan<- int)) // ERROR `cannot convert make\(chan<- int\) \(value of type chan<- int\) to type chan int`
}
