// Range clauses.
package main

type T struct{}
type Str string

func main() {
	var a [3]int
	var m map[string]bool
	var c chan int
	var send chan<- int
	var n int
	var u uint8 // ERROR "declared and not used: u"
	var s string // ERROR "declared and not used: s"
	var f float64
	for i := range 10 {
		s = i // ERROR `cannot use i \(variable of type int\) as string value in assignment`
	}
	for i, j := range 10 { // ERROR "declared and not used: i" `range over 10 \(untyped int constant\) permits only one iteration variable`
	}
	for u = range 10 {
	}
	for u = range 256 { // ERROR `cannot use 256 \(untyped int constant\) as uint8 value in range clause \(overflows\)`
	}
	for u = range n { // ERROR `cannot use n \(variable of type int\) as uint8 value in range clause`
	}
	for f = range 10 { // ERROR "cannot use iteration variable of type float64"
	}
	for i := range 1.5 { // ERROR `cannot range over 1\.5 \(untyped float constant\)`
	}
	for i := range 10.0 { // ERROR `cannot range over 10\.0 \(untyped float constant 10\)`
	}
	for i, v := range a { // ERROR "declared and not used: i" "declared and not used: v"
		i, v = "s", "t" // ERROR `cannot use "s" \(untyped string constant\) as int value in multiple assignment` `cannot use "t" \(untyped string constant\) as int value in multiple assignment`
	}
	for i, v := range &a {
		_, _ = i, v
	}
	for k, v := range m {
		n, s = k, v // ERROR `cannot use k \(variable of type string\) as int value in multiple assignment` `cannot use v \(variable of type bool\) as string value in multiple assignment`
	}
	for s, n = range m { // ERROR `cannot use n \(value of type bool\) as int value in assignment`
	}
	for i, r := range Str("x") {
		n, u = i, r // ERROR `cannot use r \(variable of type rune\) as uint8 value in multiple assignment`
	}
	for v := range c {
		s = v // ERROR `cannot use v \(variable of type int\) as string value in assignment`
	}
	for v, w := range c { // ERROR "declared and not used: v" `range over c \(variable of type chan int\) permits only one iteration variable`
	}
	for range send { // ERROR `cannot range over send \(variable of type chan<- int\): receive from send-only channel chan<- int`
	}
	for range (T{}).x { // ERROR `\(T\{\}\)\.x undefined \(type T has no field or method x\)`
	}
	for range f { // ERROR `cannot range over f \(variable of type float64\)`
	}
	for range nil { // ERROR "cannot range over nil"
	}
	for range &m { // ERROR `cannot range over &m \(value of type \*map\[string\]bool\)`
	}
	for range &a {
	}
	for _ = range a {
	}
	for _, _ = range a {
	}
	for _, _ := range a { // ERROR "no new variables on left side of :="
	}
	for m["k"] = range a { // ERROR `cannot use m\["k"\] \(value of type int\) as bool value in assignment`
	}
	for a[0], a[1] = range a {
	}
	for n := range undefined { // ERROR "undefined: undefined"
	}
	for range (func(int))(nil) { // ERROR `cannot range over \(func\(int\)\)\(nil\) \(value of type func\(int\)\): func must be func\(yield func\(\.\.\.\) bool\): argument is not func`
	}
	for range (func(func(int) string))(nil) { // ERROR `cannot range over \(func\(func\(int\) string\)\)\(nil\) \(value of type func\(func\(int\) string\)\): func must be func\(yield func\(\.\.\.\) bool\): yield func does not return bool`
	}
	for i := range n {
		i++
	}
}
