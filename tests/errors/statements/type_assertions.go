// Assertions on non-interfaces and impossible assertions.
package main

import "errors"

type I interface {
	M()
	n()
}
type T struct{}
type P struct{}

func (T) M()   {}
func (*P) M()  {}
func (*P) n()  {}

func main() {
	var i I
	var n int
	var e any
	_ = n.(int) // ERROR `^invalid operation: n \(variable of type int\) is not an interface$`
	_ = i.(T) // ERROR `^impossible type assertion: i\.\(T\)\n\tT does not implement I \(missing method n\)$`
	_ = i.(P) // ERROR `^impossible type assertion: i\.\(P\)\n\tP does not implement I \(method M has pointer receiver\)$`
	_ = i.(*P)
	_ = i.(string) // ERROR `^impossible type assertion: i\.\(string\)\n\tstring does not implement I \(missing method M\)$`
	_ = e.(Missing) // ERROR `^undefined: Missing$`
	_ = errors.New("x").(I)
	_ = errors.New("x").(*P) // ERROR `^impossible type assertion: errors\.New\("x"\)\.\(\*P\)\n\t\*P does not implement error \(missing method Error\)$`
	a, b, c := e.(int) // ERROR `^assignment mismatch: 3 variables but 1 value$`
	var s string = e.(int) // ERROR `^cannot use e\.\(int\) \(comma, ok expression of type int\) as string value in variable declaration$`
	_, _, _, _ = a, b, c, s
	_ = T{}.(any) // ERROR `^invalid operation: T\{\} \(value of struct type T\) is not an interface$`
	_ = e.(nil) // ERROR `^nil \(untyped nil\) is not a type$`
}
