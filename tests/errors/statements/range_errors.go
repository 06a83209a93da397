// Ranging over things that have no iteration, with too many or wrong variables.
package main

type S struct{}

func two() (int, int) { return 1, 2 }

func main() {
	var n int
	var f float64
	var p *int
	var ps *[]int
	var send chan<- int
	var recv chan int
	var s string
	for range f { // ERROR `^cannot range over f \(variable of type float64\)$`
	}
	for range p { // ERROR `^cannot range over p \(variable of type \*int\)$`
	}
	for range ps { // ERROR `^cannot range over ps \(variable of type \*\[\]int\)$`
	}
	for range (S{}) { // ERROR `^cannot range over \(S\{\}\) \(value of struct type S\)$`
	}
	for range nil { // ERROR `^cannot range over nil$`
	}
	for range two() { // ERROR `^multiple-value two\(\) \(value of type \(int, int\)\) in single-value context$`
	}
	for range true { // ERROR `^cannot range over true \(untyped bool constant\)$`
	}
	for i, j := range n { // ERROR `^range over n \(variable of type int\) permits only one iteration variable$`
		_, _ = i, j
	}
	for v := range send { // ERROR `^cannot range over send \(variable of type chan<- int\): receive from send-only channel chan<- int$`
		_ = v
	}
	for a, b := range recv { // ERROR `^range over recv \(variable of type chan int\) permits only one iteration variable$`
		_, _ = a, b
	}
	for s = range 3 { // ERROR `^cannot use 3 \(untyped int constant\) as string value in range clause$`
	}
	for i, c := range s {
		var b byte = c // ERROR `^cannot use c \(variable of type rune\) as byte value in variable declaration$`
		var k string = i // ERROR `^cannot use i \(variable of type int\) as string value in variable declaration$`
		_, _ = b, k
	}
	for n = range "x" {
	}
	for _, s = range []int{1} { // ERROR `^cannot use s \(value of type int\) as string value in assignment$`
	}
	for i := range 1.5 { // ERROR `^cannot range over 1\.5 \(untyped float constant\)$`
		_ = i
	}
	for i := range 1e3 { // ERROR `^cannot range over 1e3 \(untyped float constant 1000\)$`
		_ = i
	}
	for range 'a' {
	}
	for range -1 {
	}
	for range func(int) {} { // ERROR `^cannot range over func\(int\) \{\} \(value of type func\(int\)\): func must be func\(yield func\(\.\.\.\) bool\): argument is not func$`
	}
	for 1 = range n { // ERROR `^cannot assign to 1 \(neither addressable nor a map index expression\)$`
	}
}
