// Package bits counts and moves the bits of unsigned integers and computes with them in double
// width.
package bits

// UintSize is the size of a uint in bits.
const UintSize = 64

// LeadingZeros returns the number of zero bits above the highest one, UintSize for 0.
func LeadingZeros(x uint) int { return 64 - Len64(uint64(x)) }

// LeadingZeros8 returns the number of zero bits above the highest one, 8 for 0.
func LeadingZeros8(x uint8) int { return 8 - Len64(uint64(x)) }

// LeadingZeros16 returns the number of zero bits above the highest one, 16 for 0.
func LeadingZeros16(x uint16) int { return 16 - Len64(uint64(x)) }

// LeadingZeros32 returns the number of zero bits above the highest one, 32 for 0.
func LeadingZeros32(x uint32) int { return 32 - Len64(uint64(x)) }

// LeadingZeros64 returns the number of zero bits above the highest one, 64 for 0.
func LeadingZeros64(x uint64) int { return 64 - Len64(x) }

// Len returns the number of bits that represent x, 0 for 0.
func Len(x uint) int { return Len64(uint64(x)) }

// Len8 returns the number of bits that represent x, 0 for 0.
func Len8(x uint8) int { return Len64(uint64(x)) }

// Len16 returns the number of bits that represent x, 0 for 0.
func Len16(x uint16) (n int) { return Len64(uint64(x)) }

// Len32 returns the number of bits that represent x, 0 for 0.
func Len32(x uint32) (n int) { return Len64(uint64(x)) }

// Len64 returns the number of bits that represent x, 0 for 0. (In this package calls of LeadingZeros64
// and Len64 are instructions.)
func Len64(x uint64) (n int) { return 64 - LeadingZeros64(x) }

// TrailingZeros returns the number of zero bits below the lowest one, UintSize for 0.
func TrailingZeros(x uint) int { return TrailingZeros64(uint64(x)) }

// TrailingZeros8 returns the number of zero bits below the lowest one, 8 for 0.
func TrailingZeros8(x uint8) int { return TrailingZeros64(uint64(x) | 1<<8) }

// TrailingZeros16 returns the number of zero bits below the lowest one, 16 for 0.
func TrailingZeros16(x uint16) int { return TrailingZeros64(uint64(x) | 1<<16) }

// TrailingZeros32 returns the number of zero bits below the lowest one, 32 for 0.
func TrailingZeros32(x uint32) int { return TrailingZeros64(uint64(x) | 1<<32) }

// TrailingZeros64 returns the number of zero bits below the lowest one, 64 for 0.
func TrailingZeros64(x uint64) int {
	if x == 0 {
		return 64
	}
	return Len64(x&-x) - 1
}

// OnesCount returns the number of one bits.
func OnesCount(x uint) int { return OnesCount64(uint64(x)) }

// OnesCount8 returns the number of one bits.
func OnesCount8(x uint8) int { return OnesCount64(uint64(x)) }

// OnesCount16 returns the number of one bits.
func OnesCount16(x uint16) int { return OnesCount64(uint64(x)) }

// OnesCount32 returns the number of one bits.
func OnesCount32(x uint32) int { return OnesCount64(uint64(x)) }

// Every other bit, pair, half byte, byte and pair of bytes.
const (
	evens  = 0x5555555555555555
	pairs  = 0x3333333333333333
	halves = 0x0F0F0F0F0F0F0F0F
	bytes  = 0x00FF00FF00FF00FF
	words  = 0x0000FFFF0000FFFF
)

// OnesCount64 returns the number of one bits.
func OnesCount64(x uint64) int {
	x -= x >> 1 & evens
	x = x&pairs + x>>2&pairs
	x = (x + x>>4) & halves
	return int(x * 0x0101010101010101 >> 56)
}

// RotateLeft rotates x left by k bits, right by -k.
func RotateLeft(x uint, k int) uint { return uint(RotateLeft64(uint64(x), k)) }

// RotateLeft8 rotates x left by k bits, right by -k.
func RotateLeft8(x uint8, k int) uint8 {
	s := uint(k) & 7
	return x<<s | x>>(8-s)
}

// RotateLeft16 rotates x left by k bits, right by -k.
func RotateLeft16(x uint16, k int) uint16 {
	s := uint(k) & 15
	return x<<s | x>>(16-s)
}

// RotateLeft32 rotates x left by k bits, right by -k.
func RotateLeft32(x uint32, k int) uint32 {
	s := uint(k) & 31
	return x<<s | x>>(32-s)
}

// RotateLeft64 rotates x left by k bits, right by -k.
func RotateLeft64(x uint64, k int) uint64 {
	s := uint(k) & 63
	return x<<s | x>>(64-s)
}

// Reverse reverses the order of the bits.
func Reverse(x uint) uint { return uint(Reverse64(uint64(x))) }

// Reverse8 reverses the order of the bits: a product makes copies of x, a mask takes each bit from
// the copy where it stands right, another product collects them (S. Anderson, "Bit Twiddling
// Hacks").
func Reverse8(x uint8) uint8 {
	copies := uint64(x) * 0x80200802
	return uint8(copies & 0x0884422110 * 0x0101010101 >> 32)
}

// Reverse16 reverses the order of the bits.
func Reverse16(x uint16) uint16 { return uint16(Reverse64(uint64(x)) >> 48) }

// Reverse32 reverses the order of the bits.
func Reverse32(x uint32) uint32 { return uint32(Reverse64(uint64(x)) >> 32) }

// Reverse64 reverses the order of the bits.
func Reverse64(x uint64) uint64 {
	x = x>>1&evens | x&evens<<1
	x = x>>2&pairs | x&pairs<<2
	x = x>>4&halves | x&halves<<4
	return ReverseBytes64(x)
}

// ReverseBytes reverses the order of the bytes.
func ReverseBytes(x uint) uint { return uint(ReverseBytes64(uint64(x))) }

// ReverseBytes16 reverses the order of the bytes.
func ReverseBytes16(x uint16) uint16 { return x>>8 | x<<8 }

// ReverseBytes32 reverses the order of the bytes.
func ReverseBytes32(x uint32) uint32 { return uint32(ReverseBytes64(uint64(x)) >> 32) }

// ReverseBytes64 reverses the order of the bytes.
func ReverseBytes64(x uint64) uint64 {
	x = x>>8&bytes | x&bytes<<8
	x = x>>16&words | x&words<<16
	return x>>32 | x<<32
}
