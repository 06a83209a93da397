// new, panic, print, recover, close.
package main

func main() {
	var c chan int
	var r <-chan int
	var w chan<- int
	var n = 1
	close(c)
	close(w)
	close(r) // ERROR `invalid operation: cannot close receive-only channel r \(variable of type <-chan int\)`
	close(n) // ERROR `invalid operation: cannot close non-channel n \(variable of type int\)`
	close() // ERROR `invalid operation: not enough arguments for close\(\) \(expected 1, found 0\)`
	_ = close(c) // ERROR `close\(c\) \(no value\) used as value`
	panic() // ERROR `invalid operation: not enough arguments for panic\(\) \(expected 1, found 0\)`
	panic(1, 2) // ERROR `invalid operation: too many arguments for panic\(1, 2\) \(expected 1, found 2\)`
	panic(nil)
	_ = recover() == nil
	recover(1) // ERROR `invalid operation: too many arguments for recover\(1\) \(expected 0, found 1\)`
	recover()
	print(1, "a", nil) // ERROR "use of untyped nil in argument to built-in print"
	println(print) // ERROR `print \(built-in\) must be called`
	_ = *new(int) + *new(42) + *new(n)
	_ = new() // ERROR `invalid operation: not enough arguments for new\(\) \(expected 1, found 0\)`
	_ = new(nil) // ERROR "use of untyped nil in argument to new"
	_ = new(int, int) // ERROR `invalid operation: too many arguments for new\(int, int\) \(expected 1, found 2\)`
	new(int) // ERROR `new\(int\) \(value of type \*int\) is not used`
	var p *int8 = new(1) // ERROR `cannot use new\(1\) \(value of type \*int\) as \*int8 value in variable declaration`
	_ = p
	_ = panic // ERROR `panic \(built-in\) must be called`
	go print(1)
	defer len("a") // ERROR `defer discards result of len\("a"\) \(constant 1 of type int\)`
	defer panic(1)
	defer recover()
	go append([]int{}, 1) // ERROR `go discards result of append\(\[\]int\{\}, 1\) \(value of type \[\]int\)`
}
