// Untyped nil and constants where their type is decided.
package main

type B bool

func f(...interface{}) {}
func g(uint8, float32, string, B, *int, func()) {}

func main() {
	var x = nil // ERROR "use of untyped nil in variable declaration"
	y := nil // ERROR "use of untyped nil in assignment"
	_ = nil // ERROR "use of untyped nil in assignment to _ identifier"
	f(nil, 1<<62, 1<<63, 'a', 1.5, 2i, true, "s") // ERROR `cannot use 1 << 63 \(untyped int constant 9223372036854775808\) as int value in argument to f \(overflows\)`
	g(255, 1, "s", 1 < 2, nil, nil)
	g(256, "1", 's', 1, 0, 0) // ERROR `cannot use 256 \(untyped int constant\) as uint8 value in argument to g \(overflows\)` `cannot use "1" \(untyped string constant\) as float32 value in argument to g` `cannot use 's' \(untyped rune constant 115\) as string value in argument to g` `cannot use 1 \(untyped int constant\) as B value in argument to g` `cannot use 0 \(untyped int constant\) as \*int value in argument to g` `cannot use 0 \(untyped int constant\) as func\(\) value in argument to g`
	var i interface{} = 1 << 64 // ERROR `cannot use 1 << 64 \(untyped int constant 18446744073709551616\) as int value in variable declaration \(overflows\)`
	var e error = "oops" // ERROR `cannot use "oops" \(constant of type string\) as error value in variable declaration: string does not implement error \(missing method Error\)`
	var b B = 1 == 2
	var c bool = b // ERROR `cannot use b \(variable of bool type B\) as bool value in variable declaration`
	var d B = c // ERROR `cannot use c \(variable of type bool\) as B value in variable declaration`
	var p *int = 0 // ERROR `cannot use 0 \(untyped int constant\) as \*int value in variable declaration`
	var s []int = 0 // ERROR `cannot use 0 \(untyped int constant\) as \[\]int value in variable declaration`
	var h float32 = 1 / 3
	var n int = 'a' + 1.0
	var o int = 'a' + 0.5 // ERROR `cannot use 'a' \+ 0\.5 \(untyped float constant 97\.5\) as int value in variable declaration \(truncated\)`
	_, _, _, _, _, _, _, _, _, _ = i, e, c, d, p, s, h, n, o, x
	_ = y
}
