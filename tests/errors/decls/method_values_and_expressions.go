// Method expressions of pointer methods through values, and with wrong arguments.
package main

type T struct{ f int }

func (T) Val(int)  {}
func (*T) Ptr(int) {}

type I interface{ M() }

func mk() T { return T{} }

func main() {
	var t T
	T.Ptr(t, 1) // ERROR `^invalid method expression T\.Ptr \(needs pointer receiver \(\*T\)\.Ptr\)$`
	T.Val(&t, 1) // ERROR `^cannot use &t \(value of type \*T\) as T value in argument to T\.Val$`
	(*T).Val(&t, 1)
	(*T).Ptr(t, 1) // ERROR `^cannot use t \(variable of struct type T\) as \*T value in argument to \(\*T\)\.Ptr$`
	T.Missing(t) // ERROR `^T\.Missing undefined \(type T has no field or method Missing\)$`
	T.f(t) // ERROR `^operand for field selector f must be value of type T$`
	mk().Ptr(1) // ERROR `^cannot call pointer method Ptr on T$`
	T{}.Ptr(1) // ERROR `^cannot call pointer method Ptr on T$`
	(&T{}).Ptr(1)
	T.Val(1) // ERROR `^not enough arguments in call to T\.Val\n\thave \(number\)\n\twant \(T, int\)$`
	I.M() // ERROR `^not enough arguments in call to I\.M\n\thave \(\)\n\twant \(I\)$`
	I.M(t) // ERROR `^cannot use t \(variable of struct type T\) as I value in argument to I\.M: T does not implement I \(missing method M\)$`
	(*I).M(nil) // ERROR `^\(\*I\)\.M undefined \(type \*I is pointer to interface, not interface\)$`
	x := t.Val
	x("s") // ERROR `^cannot use "s" \(untyped string constant\) as int value in argument to x$`
	t.Val = nil // ERROR `^cannot assign to t\.Val \(neither addressable nor a map index expression\)$`
	var f func(T) = T.Val // ERROR `^cannot use T\.Val \(value of type func\(T, int\)\) as func\(T\) value in variable declaration$`
	map[string]T{}["x"].Ptr(1) // ERROR `^cannot call pointer method Ptr on T$`
	_ = f
	_ = t.Val == nil
	_ = t.Val == t.Val // ERROR `^invalid operation: t\.Val == t\.Val \(func can only be compared to nil\)$`
}
