// complex, real, imag, min, max.
package main

func main() {
	var f, g = 1.5, float32(2)
	var c complex64
	var n, s = 1, "s"
	_ = complex(f, f) + complex128(1)
	_ = complex(f, g) // ERROR `invalid operation: complex\(f, g\) \(mismatched types float64 and float32\)`
	_ = complex(f, 1)
	_ = complex(n, n) // ERROR "invalid argument: arguments have type int, expected floating-point"
	_ = complex(1, 2) + complex('a', 2.5)
	_ = complex(1) // ERROR `invalid operation: not enough arguments for complex\(1\) \(expected 2, found 1\)`
	_ = complex(1, "2") // ERROR `invalid operation: complex\(1, "2"\) \(mismatched types untyped float and untyped string\)`
	_ = complex(1i, 2) // ERROR `invalid operation: complex\(1i, 2\) \(mismatched types untyped complex and untyped float\)`
	_ = real(c) + imag(c) + g
	_ = real(c) + f // ERROR `invalid operation: real\(c\) \+ f \(mismatched types float32 and float64\)`
	_ = real(f) // ERROR "invalid argument: argument has type float64, expected complex type"
	_ = imag(1.5) + real(2i)
	_ = real("1") // ERROR "invalid argument: argument has type untyped string, expected complex type"
	_ = min(1, 2.5, 'a') + max(f, 2)
	_ = min(n, 2.5) // ERROR `2\.5 \(untyped float constant\) truncated to int`
	_ = min(n, f) // ERROR `invalid argument: mismatched types int \(previous argument\) and float64 \(type of f\)`
	_ = min(s, "a", "b")
	_ = min(s, 1) // ERROR `invalid argument: mismatched types string \(previous argument\) and untyped int \(type of 1\)`
	_ = max(c, c) // ERROR `invalid argument: c \(variable of type complex64\) cannot be ordered`
	_ = max() // ERROR `invalid operation: not enough arguments for max\(\) \(expected 1, found 0\)`
	_ = max([]int{1}...) // ERROR `invalid operation: invalid use of \.\.\. with built-in max`
	max(1, 2) // ERROR `max\(1, 2\) \(untyped int constant 2\) is not used`
	const k int8 = max(100, 200) // ERROR `cannot use max\(100, 200\) \(untyped int constant 200\) as int8 value in constant declaration \(overflows\)`
	const l = min(1, n) // ERROR `min\(1, n\) \(value of type int\) is not constant`
}
