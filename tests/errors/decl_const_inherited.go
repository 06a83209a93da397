// An error in a repeated constant expression is reported at the constant's name.
package main

const (
	a int8 = 100 * iota
	b
	c // ERROR `^cannot use 100 \* iota \(untyped int constant 200\) as int8 value in constant declaration \(overflows\)`
	d, e = 1 << iota, 127
	f, g
	h // ERROR `^extra init expr at \./decl_const_inherited\.go:8:20`
)

const (
	i uint8 = iota - 1 // ERROR `^cannot use iota - 1 \(untyped int constant -1\) as uint8 value in constant declaration \(overflows\)`
	j
)

func main() {
	const (
		k int8 = 64 << iota
		l // ERROR `^cannot use 64 << iota \(untyped int constant 128\) as int8 value in constant declaration \(overflows\)`
	)
}
