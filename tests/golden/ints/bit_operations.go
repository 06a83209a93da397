// and, or, xor, and-not, complement and their assignment forms.
package main

import "fmt"

func main() {
	a, b := uint8(0b11001100), uint8(0b10101010)
	fmt.Printf("%08b %08b %08b %08b %08b\n", a&b, a|b, a^b, a&^b, ^a)
	x := 0xF0F0
	x &= 0xFF00
	x |= 0xF
	x ^= 0xFFFF
	x &^= 0xF0
	fmt.Printf("%#x\n", x)
	var i int8 = -1
	fmt.Println(i&0x7f, i^0x55, ^i, -i, +i, i&^3, int16(i)|0x100)
	m := uint64(1)<<63 | 1
	fmt.Println(m, m&(m-1), m^1<<63, ^m>>62)
}
