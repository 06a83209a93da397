// Indexing of things that cannot be indexed, with indices that do not fit.
package main

type S struct{}

func main() {
	var n int
	var f float64
	var s = "abc"
	var sl []int
	var arr [3]int
	var p *[3]int
	var ps *[]int
	var m map[string]int
	_ = n[0] // ERROR `^cannot index n \(variable of type int\)$`
	_ = S{}[0] // ERROR `^cannot index S\{\} \(value of struct type S\)$`
	_ = sl["x"] // ERROR `^cannot convert "x" \(untyped string constant\) to type int$`
	_ = sl[f] // ERROR `^invalid argument: index f \(variable of type float64\) must be integer$`
	_ = sl[1.5] // ERROR `^1\.5 \(untyped float constant\) truncated to int$`
	_ = sl[2.0]
	_ = sl[-1] // ERROR `^invalid argument: index -1 \(constant of type int\) must not be negative$`
	_ = arr[3] // ERROR `^invalid argument: index 3 out of bounds \[0:3\]$`
	_ = arr[-1] // ERROR `^invalid argument: index -1 \(constant of type int\) must not be negative$`
	_ = p[5] // ERROR `^invalid argument: index 5 out of bounds \[0:3\]$`
	_ = ps[0] // ERROR `^cannot index ps \(variable of type \*\[\]int\)$`
	_ = m[1] // ERROR `^cannot use 1 \(untyped int constant\) as string value in map index$`
	_ = m[n] // ERROR `^cannot use n \(variable of type int\) as string value in map index$`
	_ = "abc"[3] // ERROR `^invalid argument: index 3 out of bounds \[0:3\]$`
	_ = s[5]
	s[0] = 'x' // ERROR `^cannot assign to s\[0\] \(neither addressable nor a map index expression\)$`
	_ = &s[0] // ERROR `^invalid operation: cannot take address of s\[0\] \(value of type byte\)$`
	_ = sl[nil] // ERROR `^cannot convert nil to type int$`
	_ = sl[1<<70] // ERROR `^1 << 70 \(untyped int constant 1180591620717411303424\) overflows int$`
}
