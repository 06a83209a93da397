// Slice expressions of things that cannot be sliced, with bounds that do not fit.
package main

func f() [3]int { return [3]int{} }

func main() {
	var n int
	var s string
	var sl []int
	var arr [3]int
	var m map[int]int
	_ = n[:] // ERROR `^cannot slice n \(variable of type int\)$`
	_ = m[1:] // ERROR `^cannot slice m \(variable of type map\[int\]int\)$`
	_ = s[0:1:2] // ERROR `^invalid operation: 3-index slice of string$`
	_ = sl[2:1] // ERROR `^invalid slice indices: 1 < 2$`
	_ = arr[:4] // ERROR `^invalid argument: index 4 out of bounds \[0:4\]$`
	_ = arr[2:1] // ERROR `^invalid slice indices: 1 < 2$`
	_ = sl["a":] // ERROR `^cannot convert "a" \(untyped string constant\) to type int$`
	_ = sl[:1.5] // ERROR `^1\.5 \(untyped float constant\) truncated to int$`
	_ = sl[-1:] // ERROR `^invalid argument: index -1 \(constant of type int\) must not be negative$`
	_ = f()[:] // ERROR `^cannot slice unaddressable value f\(\) \(value of type \[3\]int\)$`
	_ = [3]int{}[:] // ERROR `^cannot slice unaddressable value \[3\]int\{\} \(value of type \[3\]int\)$`
	_ = "abc"[2:5] // ERROR `^invalid argument: index 5 out of bounds \[0:4\]$`
	_ = sl[1:3:2] // ERROR `^invalid slice indices: 2 < 3$`
	_ = sl[:n:n]
	_ = arr[:2:9] // ERROR `^invalid argument: index 9 out of bounds \[0:4\]$`
}
