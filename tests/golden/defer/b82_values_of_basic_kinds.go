// Values of all basic kinds, plain and named, in one crash.
package main

type Int int8
type Flag bool
type Real float32
type Comp complex64
type Word uint16

func main() {
	defer panic(Word(7))
	defer panic(Comp(1 + 2i))
	defer panic(Real(0.1))
	defer panic(Flag(true))
	defer panic(Int(-3))
	defer panic(complex(1.5, -2))
	defer panic(1e100)
	defer panic(float32(2.5))
	defer panic(uintptr(255))
	defer panic(byte(8))
	defer panic('x')
	defer panic(int64(-1 << 63))
	defer panic(true)
	panic(42)
}
