// Type assertions.
package main

type I interface{ M() }
type J interface{ M(int) }
type Val struct{}
type Ptr struct{}

func (Val) M()  {}
func (*Ptr) M() {}

func main() {
	var i I
	var n int
	_ = i.(Val)
	_ = i.(*Val)
	_ = i.(*Ptr)
	_ = i.(Ptr) // ERROR `impossible type assertion: i\.\(Ptr\)`
	_ = i.(int) // ERROR `impossible type assertion: i\.\(int\)`
	_ = i.(J)
	_ = i.(interface{ Other() })
	_ = n.(int) // ERROR `invalid operation: n \(variable of type int\) is not an interface`
	_ = i.(nosuch) // ERROR "undefined: nosuch"
	_ = i.(n) // ERROR `n \(local variable\) is not a type`
	v, ok := i.(Val)
	v, n = i.(Val) // ERROR `cannot use ok value of \(comma, ok\) expression \(untyped bool value\) as int value in multiple assignment`
	var w, k = i.(int), 1 // ERROR `impossible type assertion: i\.\(int\)`
	_, _, _, _ = v, ok, w, k
}
