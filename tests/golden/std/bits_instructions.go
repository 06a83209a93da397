// The functions of math/bits that are instructions: edge values, random ones, as calls and as function values, and
// rotations written with shifts.
package main

import (
	"fmt"
	"math"
	"math/bits"
)

var edges = []uint64{0, 1, 2, 3, 63, 64, 127, 128, 255, 256, 1<<16 - 1, 1 << 16, 1<<31 - 1, 1 << 31, 1<<32 - 1, 1 << 32,
	1<<63 - 1, 1 << 63, 1<<64 - 2, 1<<64 - 1, 0x0123456789abcdef, 0xfedcba9876543210}

type mix uint64

func (m *mix) add(vs ...uint64) {
	for _, v := range vs {
		*m = (*m ^ mix(v)) * 0x100000001b3
		*m ^= *m >> 29
	}
}

func (m *mix) ints(vs ...int) {
	for _, v := range vs {
		m.add(uint64(v))
	}
}

func one(m *mix, x uint64) {
	m.ints(bits.Len(uint(x)), bits.Len64(x), bits.Len32(uint32(x)), bits.Len16(uint16(x)), bits.Len8(uint8(x)))
	m.ints(bits.LeadingZeros(uint(x)), bits.LeadingZeros64(x), bits.LeadingZeros32(uint32(x)),
		bits.LeadingZeros16(uint16(x)), bits.LeadingZeros8(uint8(x)))
	m.ints(bits.TrailingZeros(uint(x)), bits.TrailingZeros64(x), bits.TrailingZeros32(uint32(x)),
		bits.TrailingZeros16(uint16(x)), bits.TrailingZeros8(uint8(x)))
	m.ints(bits.OnesCount(uint(x)), bits.OnesCount64(x), bits.OnesCount32(uint32(x)),
		bits.OnesCount16(uint16(x)), bits.OnesCount8(uint8(x)))
	m.add(bits.Reverse64(x), uint64(bits.Reverse32(uint32(x))), uint64(bits.Reverse16(uint16(x))), uint64(bits.Reverse8(uint8(x))))
	m.add(bits.ReverseBytes64(x), uint64(bits.ReverseBytes32(uint32(x))), uint64(bits.ReverseBytes16(uint16(x))))
	m.add(x<<13|x>>51, x>>7^x<<57, uint64(uint32(x)<<5+uint32(x)>>27), uint64(uint16(x)<<9|uint16(x)>>7), uint64(uint8(x)>>3|uint8(x)<<5))
	m.add(x<<13|x>>50, x<<64|x>>0, uint64(int32(x)<<5|int32(x)>>27))
}

func rotate(m *mix, x uint64, k int) {
	m.add(bits.RotateLeft64(x, k), uint64(bits.RotateLeft32(uint32(x), k)), uint64(bits.RotateLeft16(uint16(x), k)),
		uint64(bits.RotateLeft8(uint8(x), k)), uint64(bits.RotateLeft(uint(x), -k)), x<<(k&63)|x>>(-k&63))
}

func two(m *mix, x, y uint64) {
	m.add(bits.Mul64(x, y))
	hi, lo := bits.Mul(uint(x), uint(y))
	m.add(uint64(hi), uint64(lo))
	for carry := range uint64(2) {
		m.add(bits.Add64(x, y, carry))
		m.add(bits.Sub64(x, y, carry))
		s, c := bits.Add(uint(x), uint(y), uint(carry))
		d, b := bits.Sub(uint(x), uint(y), uint(carry))
		m.add(uint64(s), uint64(c), uint64(d), uint64(b))
	}
	m.add(bits.Add64(x, y, 0))
	m.add(bits.Sub64(x, y, 0))
	if y != 0 {
		m.add(bits.Div64(x%y, x^y, y))
		m.add(bits.Rem64(x, y, y))
		q, r := bits.Div32(uint32(x%y)%max(uint32(y), 1), uint32(x), max(uint32(y), 1))
		m.add(uint64(q), uint64(r))
	}
}

func sum(words []uint64) (hi, lo uint64) {
	for _, w := range words {
		var carry uint64
		lo, carry = bits.Add64(lo, w, 0)
		hi, _ = bits.Add64(hi, 0, carry)
	}
	return
}

func divide(hi, lo, y uint64) {
	defer func() { fmt.Println(recover()) }()
	fmt.Println(bits.Div64(hi, lo, y))
}

func main() {
	var m mix
	for _, x := range edges {
		one(&m, x)
		for k := -70; k <= 70; k++ {
			rotate(&m, x, k)
		}
		for _, y := range edges {
			two(&m, x, y)
		}
	}
	fmt.Printf("%016x\n", uint64(m))
	x := uint64(88172645463325252)
	for range 20000 {
		y := x
		x ^= x << 13
		x ^= x >> 7
		x ^= x << 17
		one(&m, x>>(y&63))
		rotate(&m, x, int(int8(y)))
		two(&m, x, y>>(x&63))
	}
	fmt.Printf("%016x\n", uint64(m))
	for _, f := range []func(uint64) int{bits.Len64, bits.LeadingZeros64, bits.TrailingZeros64, bits.OnesCount64} {
		fmt.Print(f(0), f(1), f(1<<40-3), " ")
	}
	mul, add, rot := bits.Mul64, bits.Add64, bits.RotateLeft32
	fmt.Println(mul(1<<63, 6))
	fmt.Println(add(1<<63, 1<<63, 1))
	fmt.Println(rot(0x80000001, 4), bits.ReverseBytes32(0x01020304))
	fmt.Println(sum(edges))
	divide(3, 5, 7)
	divide(7, 5, 7)
	divide(0, 5, 0)
	fs := []float64{0, math.Copysign(0, -1), 1, -1.5, 1e308, 5e-324, 0.1, 1.0 / 3, math.Inf(1), 1 << 53, 1<<53 + 2}
	for _, a := range fs {
		for _, b := range fs {
			for _, c := range fs {
				if f := math.FMA(a, b, c); f == f {
					m.add(math.Float64bits(f))
				} else {
					m.add(7)
				}
			}
		}
	}
	fmt.Printf("%016x\n", uint64(m))
}
