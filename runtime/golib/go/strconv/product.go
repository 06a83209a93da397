package strconv

import "math/bits"

// A product is m * 10^k for a word m, as a 192-bit integer times a power of two. Unless it is
// exact, the true value is larger by less than one unit of the middle word.
type product struct {
	w2, w1, w0 uint64 // highest word first
	exp        int    // the value is the integer times 2^exp
	exact      bool
}

// scale returns m * 2^q * 10^k for m != 0. The leading bit of m gets to the top, so the highest
// word of the result has at most one leading zero.
func scale(m uint64, q, k int) product {
	s := bits.LeadingZeros64(m)
	m <<= uint(s) & 63
	hi, lo, exact := pow10(k)
	h1, l1 := bits.Mul64(m, hi)
	h0, l0 := bits.Mul64(m, lo)
	w1, carry := bits.Add64(l1, h0, 0)
	return product{h1 + carry, w1, l0, q - s + log2pow10(k) - 127, exact}
}

// round returns the product's integer divided by 2^(128+t) and rounded to nearest, half to even;
// ok is false if the bits known do not decide that.
func (p *product) round(t uint) (n uint64, ok bool) {
	if t > 64 {
		return 0, true // less than a half
	}
	// n is the integer part; frac and more are the fraction.
	var frac, more uint64
	switch t {
	case 0:
		n, frac, more = p.w2, p.w1, p.w0
	case 64:
		frac, more = p.w2, p.w1|p.w0
	default:
		n = p.w2 >> t
		frac = p.w2<<(64-t) | p.w1>>t
		more = p.w1<<(64-t) | p.w0
	}
	const half = 1 << 63
	switch {
	case frac < half:
		return n, p.exact || frac != half-1
	case frac == half && more == 0 && p.exact:
		return n + n&1, true
	}
	return n + 1, true
}
