package strconv

import "math/bits"

// shortest returns the decimal d * 10^k with the fewest digits that is closer to m * 2^q than to
// its neighbours of the same format, and of those the closest. The lower neighbour is only half as
// far away if lowerCloser. The result may have trailing zeros.
//
// The algorithm is Schubfach: R. Giulietti, "The Schubfach way to render doubles", 2020. In the
// interval of the numbers that round to m * 2^q, multiplied by a power of ten such that its width
// is between 1 and 10, there is an integer, or even a multiple of ten but then only one that
// matters. All values carry two more bits, and the bits cut off are merged into the lowest ("round
// to odd"), which keeps comparisons with the bounds right.
func shortest(m uint64, q int, lowerCloser bool) (d uint64, k int) {
	if -64 < q && q <= 0 && m&(1<<uint(-q)-1) == 0 {
		return m >> uint(-q), 0 // an integer below the precision has no shorter form
	}
	lower, upper := 4*m-2, 4*m+2
	correction := 0
	if lowerCloser {
		lower++
		correction = 524031 // log10(4/3) in units of 2^-22
	}
	k = (q*1262611 - correction) >> 22 // log10(2) in units of 2^-22
	hi, lo, exact := pow10(-k)
	if !exact { // the method wants powers rounded up
		var carry uint64
		lo, carry = bits.Add64(lo, 1, 0)
		hi += carry
	}
	h := uint(q+log2pow10(-k)+1) & 63
	lower = mulOdd(hi, lo, lower<<h)
	value := mulOdd(hi, lo, 4*m<<h)
	upper = mulOdd(hi, lo, upper<<h)
	if m&1 != 0 { // the bounds round to the even neighbours
		lower++
		upper--
	}
	d = value / 4
	if d >= 10 {
		tens := d / 10
		down, up := lower <= 40*tens, 40*tens+40 <= upper
		if down != up {
			if up {
				tens++
			}
			return tens, k + 1
		}
	}
	down, up := lower <= 4*d, 4*d+4 <= upper
	if down != up {
		if up {
			d++
		}
		return d, k
	}
	if middle := 4*d + 2; value > middle || value == middle && d&1 != 0 {
		d++
	}
	return d, k
}

// mulOdd returns the highest word of the product of hi:lo and f, with the lowest bit set if the
// rest is not as good as zero.
func mulOdd(hi, lo, f uint64) uint64 {
	x1, _ := bits.Mul64(lo, f)
	y1, y0 := bits.Mul64(hi, f)
	y0, carry := bits.Add64(y0, x1, 0)
	y1 += carry
	if y0 > 1 {
		y1 |= 1
	}
	return y1
}
