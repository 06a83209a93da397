// Array lengths that are not constant integers.
package main

var n = 3

const c = 2

func f() int { return 1 }

type A [n]int // ERROR `^invalid array length n$`
type B [f()]int // ERROR `^array length f\(\) \(value of type int\) must be constant$`
type C [c]int
type D [-1]int // ERROR `^invalid array length -1 \(untyped int constant\)$`
type E [1.5]int // ERROR `^array length 1\.5 \(untyped float constant\) must be integer$`
type F [2.0]int
type G ["x"]int // ERROR `^array length "x" \(untyped string constant\) must be integer$`
type H [1 << 62]int
type I [len(x)]int
type J [len([]int{})]int // ERROR `^array length len\(\[\]int\{\}\) \(value of type int\) must be constant$`
type K [unknown]int // ERROR `^undefined array length unknown or missing type constraint$`
type L [len("abc")]bool
type M [nil]int // ERROR `^invalid array length nil$`

var x [4]int

func main() {
	var a [3]int = [4]int{} // ERROR `^cannot use \[4\]int\{\} \(value of type \[4\]int\) as \[3\]int value in variable declaration$`
	var b [3]int
	b = [...]int{1, 2} // ERROR `^cannot use \[\.\.\.\]int\{…\} \(value of type \[2\]int\) as \[3\]int value in assignment$`
	_ = a == [2]int{} // ERROR `^invalid operation: a == \[2\]int\{\} \(mismatched types \[3\]int and \[2\]int\)$`
	_, _ = a, b
}
