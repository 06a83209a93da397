// As many values as variables, or one call.
package main

func two() (int, string) { return 1, "" }
func none() {}

var a, b = two()
var c, d, e = two() // ERROR `^assignment mismatch: 3 variables but two returns 2 values`
var f = two() // ERROR `^multiple-value two\(\) \(value of type \(int, string\)\) in single-value context`
var g, h = 1 // ERROR `^assignment mismatch: 2 variables but 1 value`
var i, j = 1, 2, 3 // ERROR `^extra init expr 3`
var k, l int = 1, "x" // ERROR `^cannot use "x" \(untyped string constant\) as int value in variable declaration`
var m, n int = two() // ERROR `^cannot use 2nd function result \(value of type string\) as int value in multiple assignment`
var o = none() // ERROR `^none\(\) \(no value\) used as value`
var p, q = none(), 1 // ERROR `^none\(\) \(no value\) used as value`

func main() {
	var a, b, c = two() // ERROR `^assignment mismatch: 3 variables but two returns 2 values`
	var d, e = 1 // ERROR `^assignment mismatch: 2 variables but 1 value`
	var f int = 1, 2 // ERROR `^extra init expr 2`
	var g, h string
	_, _, _, _, _, _, _, _ = a, b, c, d, e, f, g, h
}
