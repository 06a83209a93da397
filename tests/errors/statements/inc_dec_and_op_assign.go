// ++, -- and op= on types that do not have the operation.
package main

func f() int { return 1 }

func main() {
	s, b, p, n := "s", true, new(int), 1
	var e any
	x := 1.5
	s++ // ERROR `^invalid operation: s\+\+ \(non-numeric type string\)$`
	b-- // ERROR `^invalid operation: b-- \(non-numeric type bool\)$`
	p++ // ERROR `^invalid operation: p\+\+ \(non-numeric type \*int\)$`
	e++ // ERROR `^invalid operation: e\+\+ \(non-numeric type any\)$`
	f()++ // ERROR `^cannot assign to f\(\) \(neither addressable nor a map index expression\)$`
	s += 1 // ERROR `^invalid operation: s \+= 1 \(mismatched types string and untyped int\)$`
	s -= "x" // ERROR `^invalid operation: operator - not defined on s \(variable of type string\)$`
	b += true // ERROR `^invalid operation: operator \+ not defined on b \(variable of type bool\)$`
	n += "x" // ERROR `^invalid operation: n \+= "x" \(mismatched types int and untyped string\)$`
	n += 1.5 // ERROR `^1\.5 \(untyped float constant\) truncated to int$`
	n <<= 1.5 // ERROR `^1\.5 \(untyped float constant\) truncated to uint$`
	n <<= "x" // ERROR `^cannot convert "x" \(untyped string constant\) to type uint$`
	x <<= 1 // ERROR `^invalid operation: shifted operand x \(variable of type float64\) must be integer$`
	x %= 2 // ERROR `^invalid operation: operator % not defined on x \(variable of type float64\)$`
	n &^= x // ERROR `^invalid operation: n &\^= x \(mismatched types int and float64\)$`
	p += 1 // ERROR `^invalid operation: p \+= 1 \(mismatched types \*int and untyped int\)$`
	n /= 0 // ERROR `^invalid operation: division by zero$`
	x /= 0
	n %= 0 // ERROR `^invalid operation: division by zero$`
	s *= 2 // ERROR `^invalid operation: s \*= 2 \(mismatched types string and untyped int\)$`
	5 += 1 // ERROR `^cannot assign to 5 \(neither addressable nor a map index expression\)$`
	n <<= -1 // ERROR `^invalid operation: negative shift count -1 \(untyped int constant\)$`
	*p++
	m := map[string]int{}
	m["x"]++
}
