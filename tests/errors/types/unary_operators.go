// Unary operators on types that do not have them.
package main

type S struct{}

func f() int { return 1 }

func main() {
	var s string
	var b bool
	var n int
	var x float64
	var p *int
	var ch chan<- int
	var in <-chan int
	_ = -s // ERROR `^invalid operation: operator - not defined on s \(variable of type string\)$`
	_ = +b // ERROR `^invalid operation: operator \+ not defined on b \(variable of type bool\)$`
	_ = !n // ERROR `^invalid operation: operator ! not defined on n \(variable of type int\)$`
	_ = ^x // ERROR `^invalid operation: operator \^ not defined on x \(variable of type float64\)$`
	_ = -p // ERROR `^invalid operation: operator - not defined on p \(variable of type \*int\)$`
	_ = *n // ERROR `^invalid operation: cannot indirect n \(variable of type int\)$`
	_ = *S{} // ERROR `^invalid operation: cannot indirect S\{\} \(value of struct type S\)$`
	_ = &f() // ERROR `^invalid operation: cannot take address of f\(\) \(value of type int\)$`
	_ = &1 // ERROR `^invalid operation: cannot take address of 1 \(untyped int constant\)$`
	_ = &n + 1 // ERROR `^invalid operation: &n \+ 1 \(mismatched types \*int and untyped int\)$`
	_ = <-n // ERROR `^invalid operation: cannot receive from non-channel int n \(variable of type int\)$`
	_ = <-ch // ERROR `^invalid operation: cannot receive from send-only channel chan<- int ch \(variable of type chan<- int\)$`
	in <- 1 // ERROR `^invalid operation: cannot send to receive-only channel <-chan int in \(variable of type <-chan int\)$`
	_ = *nil // ERROR `^invalid operation: cannot indirect nil$`
	_ = -nil // ERROR `^invalid operation: operator - not defined on nil$`
	_ = ^1.5 // ERROR `^invalid operation: operator \^ not defined on 1\.5 \(untyped float constant\)$`
	_ = !1 // ERROR `^invalid operation: operator ! not defined on 1 \(untyped int constant\)$`
	_ = &S{}
	_ = &[]int{1}
	_ = &(S{})
	m := map[int]int{}
	_ = &m[1] // ERROR `^invalid operation: cannot take address of m\[1\] \(map index expression of type int\)$`
	_ = &"x"[0] // ERROR `^invalid operation: cannot take address of "x"\[0\] \(value of type byte\)$`
}
