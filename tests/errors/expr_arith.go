// Arithmetic operators need operands of one type on which they are defined.
package main

type Celsius float64
type Kelvin float64

func main() {
	var i, f, s, b = 1, 1.5, "s", true
	var c, k = Celsius(1), Kelvin(2)
	_ = i + f // ERROR `invalid operation: i \+ f \(mismatched types int and float64\)`
	_ = c - k // ERROR `invalid operation: c - k \(mismatched types Celsius and Kelvin\)`
	_ = s - s // ERROR `invalid operation: operator - not defined on s \(variable of type string\)`
	_ = b + b // ERROR `invalid operation: operator \+ not defined on b \(variable of type bool\)`
	_ = f % 2 // ERROR `invalid operation: operator % not defined on f \(variable of type float64\)`
	_ = f & 1 // ERROR `invalid operation: operator & not defined on f \(variable of type float64\)`
	_ = i && b // ERROR `invalid operation: i && b \(mismatched types int and bool\)`
	_ = !i // ERROR `invalid operation: operator ! not defined on i \(variable of type int\)`
	_ = -s // ERROR `invalid operation: operator - not defined on s \(variable of type string\)`
	_ = ^f // ERROR `invalid operation: operator \^ not defined on f \(variable of type float64\)`
	_ = i / 0 // ERROR "invalid operation: division by zero"
	_ = i % 0 // ERROR "invalid operation: division by zero"
	_ = f / 0
	_ = 1.0 / 0.0 // ERROR "invalid operation: division by zero"
	i += "1" // ERROR `invalid operation: i \+= "1" \(mismatched types int and untyped string\)`
	s *= 2 // ERROR `invalid operation: s \*= 2 \(mismatched types string and untyped int\)`
	_ = i + nil // ERROR `invalid operation: i \+ nil \(mismatched types int and untyped nil\)`
	_ = c * 2.5
}
