// Comparisons: which operands fit, and which types can be compared or ordered.
package main

type T struct{ f []int }
type I interface{ M() }
type Impl struct{}

func (Impl) M() {}

func main() {
	var n, s, f = 1, "s", func() {}
	var sl []int
	var m map[string]int
	var t T
	var arr [2]T
	var p, q *int
	var pt *T
	var i I
	var any interface{} = 1
	var ch chan int
	_ = n == s // ERROR `invalid operation: n == s \(mismatched types int and string\)`
	_ = n == 1.5 // ERROR `1\.5 \(untyped float constant\) truncated to int`
	_ = n == nil // ERROR `invalid operation: n == nil \(mismatched types int and untyped nil\)`
	_ = f == f // ERROR `invalid operation: f == f \(func can only be compared to nil\)`
	_ = sl == sl // ERROR `invalid operation: sl == sl \(slice can only be compared to nil\)`
	_ = m != m // ERROR `invalid operation: m != m \(map can only be compared to nil\)`
	_ = t == t // ERROR `invalid operation: t == t \(struct containing \[\]int cannot be compared\)`
	_ = arr == arr // ERROR `invalid operation: arr == arr \(\[2\]T cannot be compared\)`
	_ = p < q // ERROR `invalid operation: p < q \(operator < not defined on pointer\)`
	_ = p == pt // ERROR `invalid operation: p == pt \(mismatched types \*int and \*T\)`
	_ = i == any
	_ = i == Impl{}
	_ = i == n // ERROR `invalid operation: i == n \(mismatched types I and int\)`
	_ = any == t // ERROR `invalid operation: any == t \(struct containing \[\]int cannot be compared\)`
	_ = any < 1 // ERROR `invalid operation: any < 1 \(operator < not defined on interface\)`
	_ = nil == nil // ERROR `invalid operation: nil == nil \(operator == not defined on untyped nil\)`
	_ = f == nil && sl == nil && m == nil && p == nil && i == nil && ch == nil
	_ = true < false // ERROR `invalid operation: true < false \(operator < not defined on untyped bool\)`
	_ = ch < ch // ERROR `invalid operation: ch < ch \(operator < not defined on chan\)`
	var b bool = n == 1 == (s == "")
	_ = b
}
