// What can be done with values of type parameters.
package main

type Int interface{ ~int | ~int8 }

func ops[T any, N Int, S ~[]E, E any, M ~map[string]int, C chan int | <-chan int, P *int | *string](
	t, u T, n N, s S, m M, c C, p P) {
	_ = t + u // ERROR `^invalid operation: operator \+ not defined on t \(variable of type T constrained by any\)`
	_ = t == u // ERROR `^invalid operation: t == u \(incomparable types in type set\)`
	_ = t < u // ERROR `^invalid operation: t < u \(type parameter T cannot use operator <\)`
	_ = n < n
	_ = n + 1
	_ = n + 1.5 // ERROR `^cannot convert 1\.5 \(untyped float constant\) to type N`
	_ = n + 200 // ERROR `^cannot convert 200 \(untyped int constant\) to type N`
	_ = n << 3
	_ = !n // ERROR `^invalid operation: operator ! not defined on n \(variable of type N constrained by Int\)`
	_ = t.x // ERROR `^t\.x undefined \(type T has no field or method x\)`
	_ = t() // ERROR `^invalid operation: cannot call t \(variable of type T constrained by any\): no specific type`
	_ = t[0] // ERROR `^cannot index t \(variable of type T constrained by any\)`
	_ = s[0]
	_ = s["a"] // ERROR `^cannot convert "a" \(untyped string constant\) to type int`
	_ = m["a"]
	_ = len(t) // ERROR `^invalid argument: t \(variable of type T constrained by any\) for built-in len`
	_ = len(s) + len(m)
	for range t { // ERROR `^cannot range over t \(variable of type T constrained by any\): no specific type`
	}
	for range n { // ERROR `^cannot range over n \(variable of type N constrained by Int\): int and int8 have different underlying types`
	}
	_ = <-c
	c <- 1 // ERROR `^invalid operation: cannot send to c \(variable of type C constrained by chan int \| <-chan int\): receive-only channel <-chan int`
	_ = *p // ERROR `^invalid operation: pointers of p \(variable of type P constrained by \*int \| \*string\) must have identical base types`
	_ = t.(int) // ERROR `^invalid operation: cannot use type assertion on type parameter value t \(variable of type T constrained by any\)`
	switch t.(type) { // ERROR `^cannot use type switch on type parameter value t \(variable of type T constrained by any\)`
	}
	switch any(t).(type) {
	case int, T:
	}
	var x T = nil // ERROR `^cannot use nil as T value in variable declaration`
	var y S = nil
	_, _ = x, y
	_ = string(n)
	_ = string(t) // ERROR `^cannot convert t \(variable of type T constrained by any\) to type string`
	_ = N(300) // ERROR `^cannot convert 300 \(untyped int value\) to type N: constant 300 overflows int8 \(in N\)`
	_ = N("a") // ERROR `^cannot convert "a" \(untyped string value\) to type N: cannot convert "a" \(untyped string constant\) to type int \(in N\)`
	_ = append(s, 1) // ERROR `^cannot use 1 \(untyped int constant\) as E value in argument to append`
	_ = make(S, 1)
	_ = make(T) // ERROR `^invalid argument: cannot make T: no specific type`
	_ = S{}
	_ = T{} // ERROR `^invalid composite literal type T \(no common underlying type\)`
	delete(t, 1) // ERROR `^invalid argument: t \(variable of type T constrained by any\) is not a map`
	var i interface{ m() } = t // ERROR `^cannot use t \(variable of type T constrained by any\) as interface\{m\(\)\} value in variable declaration`
	_ = i
}

func main() {}
