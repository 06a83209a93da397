// Comparisons of types that do not match or cannot be compared.
package main

type U struct{ f func() }
type V struct{ xs []int }
type I interface{ M() }
type T int

func (T) M() {}

func main() {
	var i int
	var s string
	var sl []int
	var m map[int]int
	var f func()
	var u U
	var v V
	var b bool
	var p *int
	var q *string
	var e any
	var x I
	var arr [2][]int
	var c complex128
	var st struct{ a int }
	_ = i == s // ERROR `^invalid operation: i == s \(mismatched types int and string\)$`
	_ = i == 1.5 // ERROR `^1\.5 \(untyped float constant\) truncated to int$`
	_ = s == nil // ERROR `^invalid operation: s == nil \(mismatched types string and untyped nil\)$`
	_ = i == nil // ERROR `^invalid operation: i == nil \(mismatched types int and untyped nil\)$`
	_ = sl == sl // ERROR `^invalid operation: sl == sl \(slice can only be compared to nil\)$`
	_ = m == m // ERROR `^invalid operation: m == m \(map can only be compared to nil\)$`
	_ = f == f // ERROR `^invalid operation: f == f \(func can only be compared to nil\)$`
	_ = u == u // ERROR `^invalid operation: u == u \(struct containing func\(\) cannot be compared\)$`
	_ = v != v // ERROR `^invalid operation: v != v \(struct containing \[\]int cannot be compared\)$`
	_ = arr == arr // ERROR `^invalid operation: arr == arr \(\[2\]\[\]int cannot be compared\)$`
	_ = b < b // ERROR `^invalid operation: b < b \(operator < not defined on bool\)$`
	_ = p == q // ERROR `^invalid operation: p == q \(mismatched types \*int and \*string\)$`
	_ = p < p // ERROR `^invalid operation: p < p \(operator < not defined on pointer\)$`
	_ = c < c // ERROR `^invalid operation: c < c \(operator < not defined on complex128\)$`
	_ = st < st // ERROR `^invalid operation: st < st \(operator < not defined on struct\)$`
	_ = e < e // ERROR `^invalid operation: e < e \(operator < not defined on interface\)$`
	_ = nil == nil // ERROR `^invalid operation: nil == nil \(operator == not defined on untyped nil\)$`
	_ = x == i // ERROR `^invalid operation: x == i \(mismatched types I and int\)$`
	_ = x == T(1)
	_ = e == sl // ERROR `^invalid operation: e == sl \(slice can only be compared to nil\)$`
	_ = e == f // ERROR `^invalid operation: e == f \(func can only be compared to nil\)$`
	_ = sl == nil
	_ = nil != f
	_ = [2]int{} == [3]int{} // ERROR `^invalid operation: \[2\]int\{\} == \[3\]int\{\} \(mismatched types \[2\]int and \[3\]int\)$`
	_ = 1 == "x" // ERROR `^invalid operation: 1 == "x" \(mismatched types untyped int and untyped string\)$`
}
