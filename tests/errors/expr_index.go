// Index and slice expressions.
package main

type T struct{}

func arr() [3]int { return [3]int{} }

func main() {
	var a [3]int
	var p = &a
	var pp = &p
	var s []int
	var m map[string]int
	var str = "abc"
	var n, f = 1, 1.5
	_ = a[0] + a[2.0] + a['\x01'] + p[1] + s[n] + m["k"] + arr()[1]
	_ = a[3] // ERROR `invalid argument: index 3 out of bounds \[0:3\]`
	_ = a[-1] // ERROR `invalid argument: index -1 \(constant of type int\) must not be negative`
	_ = a[1.5] // ERROR `1\.5 \(untyped float constant\) truncated to int`
	_ = a["0"] // ERROR `cannot convert "0" \(untyped string constant\) to type int`
	_ = a[f] // ERROR `invalid argument: index f \(variable of type float64\) must be integer`
	_ = p[3] // ERROR `invalid argument: index 3 out of bounds \[0:3\]`
	_ = pp[0] // ERROR `cannot index pp \(variable of type \*\*\[3\]int\)`
	_ = s[-1] // ERROR `invalid argument: index -1 \(constant of type int\) must not be negative`
	_ = s[1<<63] // ERROR `1 << 63 \(untyped int constant 9223372036854775808\) overflows int`
	_ = m[1] // ERROR `cannot use 1 \(untyped int constant\) as string value in map index`
	_ = m[nil] // ERROR "cannot use nil as string value in map index"
	_ = str[3]
	_ = "abc"[3] // ERROR `invalid argument: index 3 out of bounds \[0:3\]`
	_ = T{}[0] // ERROR `cannot index T\{\} \(value of struct type T\)`
	_ = n[0] // ERROR `cannot index n \(variable of type int\)`
	_ = nil[0] // ERROR "cannot index nil"
	str[0] = 'x' // ERROR `cannot assign to str\[0\] \(neither addressable nor a map index expression\)`
	arr()[0] = 1 // ERROR `cannot assign to arr\(\)\[0\] \(neither addressable nor a map index expression\)`
	m["k"]++
	_ = a[:] == nil
	_ = arr()[:] // ERROR `cannot slice unaddressable value arr\(\) \(value of type \[3\]int\)`
	_ = a[1:4] // ERROR `invalid argument: index 4 out of bounds \[0:4\]`
	_ = a[2:1] // ERROR "invalid slice indices: 1 < 2"
	_ = s[2:1] // ERROR "invalid slice indices: 1 < 2"
	_ = s[n:1:0] // ERROR "invalid slice indices: 0 < 1"
	_ = str[1:2:3] // ERROR "invalid operation: 3-index slice of string"
	_ = "abc"[2:5] // ERROR `invalid argument: index 5 out of bounds \[0:4\]`
	_ = m[:] // ERROR `cannot slice m \(variable of type map\[string\]int\)`
	_ = p[1:2:3]
	_ = s[:f] // ERROR `invalid argument: index f \(variable of type float64\) must be integer`
	_ = &str[0] // ERROR `invalid operation: cannot take address of str\[0\] \(value of type byte\)`
	_ = &m["k"] // ERROR `invalid operation: cannot take address of m\["k"\] \(map index expression of type int\)`
	_ = &s[0]
	_ = &arr()[0] // ERROR `invalid operation: cannot take address of arr\(\)\[0\] \(value of type int\)`
}
