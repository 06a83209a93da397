// Panics on top of each other whose values are equal and small are shown once: gc does not allocate for their
// interfaces. Equal constants are one, but not the same as a computed value.
package main

type small int16

type large int

//go:noinline
func number(n int) int { return n }

func main() {
	defer func() { panic(number(256)) }()
	defer func() { panic(number(256)) }()
	defer func() { panic("full"[:number(0)]) }()
	defer func() { panic("full"[:number(0)]) }()
	defer func() { panic(small(number(7))) }()
	defer func() { panic(small(number(7))) }()
	defer func() { panic(small(7)) }()
	defer func() { panic(small(7)) }()
	defer func() { panic(large(7)) }()
	defer func() { panic(large(7)) }()
	defer func() { panic(large(number(7))) }()
	defer func() { panic(7) }()
	defer func() { panic(7) }()
	defer func() { panic(700) }()
	defer func() { panic(700) }()
	defer func() { panic(number(7)) }()
	defer func() { panic(number(7)) }()
	defer func() { panic(uint32(number(255))) }()
	defer func() { panic(uint32(number(255))) }()
	defer func() { panic(float64(number(0))) }()
	defer func() { panic(float64(number(0))) }()
	panic(number(6) - 6 + number(0))
}
