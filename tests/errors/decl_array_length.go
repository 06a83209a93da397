// Array lengths are constants that fit an int and are not negative.
package main

var n = 3

const (
	c  = 4
	f  = 2.0
	fr = 2.5
	s  = "x"
)

var a [n]int // ERROR `^invalid array length n`
var b [c]int
var d [f]int
var e [fr]int // ERROR `^array length fr \(untyped float constant 2\.5\) must be integer`
var g [s]int // ERROR `^array length s \(untyped string constant "x"\) must be integer`
var h [-1]int // ERROR `^invalid array length -1 \(untyped int constant\)`
var i [1 << 70]int // ERROR `^invalid array length 1 << 70 \(untyped int constant 1180591620717411303424\)`
var j [len("abc")]int
var k [undefined]int // ERROR `^undefined array length undefined or missing type constraint`
var l [...]int // ERROR `^invalid use of \[\.\.\.\] array \(outside a composite literal\)`
var m [...]int = [...]int{1, 2} // ERROR `^invalid use of \[\.\.\.\] array \(outside a composite literal\)`
var o [n + 1]int // ERROR `^array length n \+ 1 \(value of type int\) must be constant`
var p [uint8(3)]int
var q [len(b)]int
var r ['a']int
var t [true]int // ERROR `^array length true \(untyped bool constant\) must be integer`

func main() { var x [len(j)]int = [3]int{}; _ = x }
