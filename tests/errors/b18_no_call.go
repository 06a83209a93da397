// What is deferred must be a call: no conversion, no other expression.
package main

type T struct{ f func() }

func (T) M() {}

func main() {
	var t T
	defer t.f // ERROR "expression in defer must be function call"
	defer T.M // ERROR "expression in defer must be function call"
	defer func() {} // ERROR "expression in defer must be function call"
	defer T{} // ERROR "expression in defer must be function call"
	defer T(t) // ERROR `defer requires function call, not conversion T\(t\) \(value of struct type T\)`
	defer []byte("s") // ERROR `expression in defer must be function call|defer requires function call, not conversion`
	defer t.f()
	defer T.M(t)
	defer t.M()
}
