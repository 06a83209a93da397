package strconv

import (
	"math/bits"
	"unsafe"
)

// A floatText is a scanned floating-point literal: its value is mant * 10^exp, or mant * 2^exp if
// hex, or a little more if digits that are not all zero were left out.
type floatText struct {
	mant      uint64
	exp       int
	neg       bool
	truncated bool
	hex       bool
	start     int // of the digits in the text
}

// The number of digits that fit floatText.mant.
const (
	mantDecimalDigits = 19
	mantHexDigits     = 16
)

// scanFloat scans a literal at the start of s and returns its length, 0 if there is none.
func scanFloat(s string, t *floatText) (n int) {
	i := 0
	if s != "" && (s[0] == '+' || s[0] == '-') {
		t.neg = s[0] == '-'
		i++
	}
	base, kept := uint64(10), mantDecimalDigits
	if i+2 < len(s) && s[i] == '0' && s[i+1]|0x20 == 'x' {
		t.hex = true
		base, kept = 16, mantHexDigits
		i += 2
	}
	t.start = i
	plain, seen, point, underscores := false, false, false, false
	mant, truncated := uint64(0), false
	shift := 0 // digits that the point is to the right of the end of mant
	if base == 10 {
		if m, end, places := plainDecimal(s, i); end != 0 {
			mant, i, shift, plain = m, end, -places, true
		}
	}
	for ; !plain && i < len(s); i++ {
		c := s[i]
		d := uint64(c - '0')
		if d > 9 {
			switch {
			case c == '_':
				underscores = true
				continue
			case c == '.' && !point:
				point = true
				continue
			case base == 16:
				d = uint64(digit(c))
			}
			if d >= base {
				break
			}
		}
		seen = true
		if kept > 0 {
			mant = mant*base + d
			if mant != 0 {
				kept--
			}
			if point {
				shift--
			}
		} else {
			truncated = truncated || d != 0
			if !point {
				shift++
			}
		}
	}
	t.mant, t.truncated = mant, truncated
	if !seen && !plain {
		return 0
	}
	if t.hex {
		shift *= 4
	}
	letter := byte('e')
	if t.hex {
		letter = 'p'
	}
	if i < len(s) && s[i]|0x20 == letter {
		exp, used, usedUnderscores := scanExponent(s[i+1:])
		if used == 0 {
			return 0
		}
		underscores = underscores || usedUnderscores
		shift += exp
		i += 1 + used
	} else if t.hex {
		return 0
	}
	if t.mant != 0 {
		t.exp = shift
	}
	if underscores && !underscoresOK(s[:i]) {
		return 0
	}
	return i
}

// plainDecimal reads the digits of s from i on, with or without a point, and how many of them stand behind it. end is 0 if there
// are none, or more than fit, or underscores.
func plainDecimal(s string, i int) (mant uint64, end, places int) {
	start := i
	mant, i = addDigits(s, i, 0)
	digits := i - start
	if i < len(s) && s[i] == '.' {
		point := i + 1
		mant, i = addDigits(s, point, mant)
		places = i - point
		digits += places
	}
	if digits == 0 || digits > mantDecimalDigits || i < len(s) && s[i] == '_' {
		return 0, 0, 0
	}
	return mant, i, places
}

// addDigits appends the digits of s from i on to mant and returns the index behind them. Eight digits at once are tested and
// converted as in D. Lemire, "Number parsing at a gigabyte per second", 2021: neighbours are joined to numbers of two, four and
// eight digits.
func addDigits(s string, i int, mant uint64) (uint64, int) {
	const ones = 0x0101010101010101
	for len(s)-i >= 8 {
		w := *(*uint64)(unsafe.Add(unsafe.Pointer(unsafe.StringData(s)), i))
		if (w&(0xF0*ones))|((w+6*ones)&(0xF0*ones))>>4 != 0x33*ones {
			break
		}
		w -= '0' * ones
		w = w*10 + w>>8
		const pairs = 0x000000FF000000FF
		w = (w&pairs*(100+1000000<<32) + w>>16&pairs*(1+10000<<32)) >> 32
		mant = mant*100000000 + w
		i += 8
	}
	for i < len(s) {
		d := s[i] - '0'
		if d > 9 {
			break
		}
		mant = mant*10 + uint64(d)
		i++
	}
	return mant, i
}

// scanExponent scans an exponent with optional sign and returns its length. Huge exponents are
// cut, which makes no difference.
func scanExponent(s string) (exp, n int, underscores bool) {
	neg := false
	if s != "" && (s[0] == '+' || s[0] == '-') {
		neg = s[0] == '-'
		n++
	}
	if n == len(s) || s[n] < '0' || s[n] > '9' {
		return 0, 0, false
	}
	for ; n < len(s); n++ {
		c := s[n]
		if c == '_' {
			underscores = true
			continue
		}
		if c < '0' || c > '9' {
			break
		}
		if exp < 10000 {
			exp = exp*10 + int(c-'0')
		}
	}
	if neg {
		exp = -exp
	}
	return exp, n, underscores
}

// special recognises infinity, inf and nan in any case and returns the length, 0 if it is none.
func special(s string) (f float64, n int) {
	i, sign := 0, uint64(0)
	if s != "" && (s[0] == '+' || s[0] == '-') {
		if s[0] == '-' {
			sign = 1 << 63
		}
		i++
	}
	switch {
	case i == len(s) || s[i] < 'A':
		// Most are numbers.
	case samePrefix(s[i:], "infinity"):
		return float64frombits(0x7FF<<52 | sign), i + 8
	case samePrefix(s[i:], "inf"):
		return float64frombits(0x7FF<<52 | sign), i + 3
	case i == 0 && samePrefix(s, "nan"):
		return float64frombits(0x7FF8000000000001), 3
	}
	return 0, 0
}

// samePrefix reports whether s starts with the lower-case word in any case.
func samePrefix(s, word string) bool {
	if len(s) < len(word) {
		return false
	}
	for i := 0; i < len(word); i++ {
		if c := s[i] | 0x20; c != word[i] || s[i] < 'A' {
			return false
		}
	}
	return true
}

// ParseFloat returns the float64, or with bitSize 32 the float32, that is nearest to the decimal or
// hexadecimal literal s, half to even. "inf", "infinity" and "nan" are recognised in any case. A
// number beyond the largest one gives an infinity and an ErrRange.
func ParseFloat(s string, bitSize int) (float64, error) {
	f, n, err := parseFloatPrefix(s, bitSize, "ParseFloat", s)
	if n != len(s) && (err == nil || err.Err != ErrSyntax) {
		return 0, syntaxError("ParseFloat", s)
	}
	if err != nil {
		return f, err
	}
	return f, nil
}

// parseFloatPrefix parses the literal that s begins with and returns its length. Errors are
// reported for the function fn with the input whole.
func parseFloatPrefix(s string, bitSize int, fn, whole string) (f float64, n int, err *NumError) {
	if f, n := special(s); n != 0 {
		if bitSize == 32 {
			f = float64(float32(f)) // a NaN loses the bits that a float32 does not have
		}
		return f, n, nil
	}
	format := &float64Format
	if bitSize == 32 {
		format = &float32Format
	}
	var t floatText
	n = scanFloat(s, &t)
	if n == 0 {
		return 0, 0, syntaxError(fn, whole)
	}
	word, overflow := t.convert(s[:n], format)
	if t.neg {
		word |= 1 << (format.mantBits + format.expBits)
	}
	if bitSize == 32 {
		f = float64(float32frombits(uint32(word)))
	} else {
		f = float64frombits(word)
	}
	if overflow {
		return f, n, rangeError(fn, whole)
	}
	return f, n, nil
}

// convert returns the bits of the float without its sign; t stands at the start of s.
func (t *floatText) convert(s string, format *floatFormat) (word uint64, overflow bool) {
	if t.mant == 0 {
		return 0, false
	}
	if t.hex {
		return format.fromBinary(t.mant, t.exp, t.truncated)
	}
	// Beyond these exponents the result is an infinity or zero, whatever the digits are: 1e308 is a number, 1e309 is none.
	if t.exp > 308 {
		return format.infinity(), true
	}
	if t.exp < pow10Min {
		return 0, false
	}
	if !t.truncated && format == &float64Format {
		if word, ok := smallFloat64(t.mant, t.exp); ok {
			return word, false
		}
	}
	word, overflow, ok := format.fromDecimal(t.mant, t.exp)
	if ok && t.truncated { // the number is between this and the next mantissa
		next, _, nextOK := format.fromDecimal(t.mant+1, t.exp)
		ok = nextOK && next == word
	}
	if !ok {
		return format.correct(word, s, t)
	}
	return word, overflow
}

// smallFloat64 converts m * 10^k by one float operation, if both operands are exact.
// (W. Clinger, "How to read floating point numbers accurately", 1990.)
func smallFloat64(m uint64, k int) (word uint64, ok bool) {
	if m>>53 != 0 || k < -22 || k > 22 {
		return 0, false
	}
	f := float64(m)
	if k < 0 {
		f /= exactPow10[-k]
	} else {
		f *= exactPow10[k]
	}
	return float64bits(f), true
}

// exactPow10 are the powers of ten that a float64 represents exactly.
var exactPow10 = [...]float64{
	1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11,
	1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
}

// infinity returns the bits of the infinity.
func (format *floatFormat) infinity() uint64 {
	return (1<<format.expBits - 1) << format.mantBits
}

// lowestExp returns the exponent of the lowest bit of the smallest number.
func (format *floatFormat) lowestExp() int {
	return format.bias + 1 - int(format.mantBits)
}

// pack returns the bits of m * 2^q, where m has one bit more than are stored unless q is the lowest
// exponent; a carry from rounding into yet another bit is fine.
func (format *floatFormat) pack(m uint64, q int) (word uint64, overflow bool) {
	// Added to the stored exponent, the leading bit of m makes it one larger as it should be.
	word = uint64(q-format.lowestExp())<<format.mantBits + m
	if word >= format.infinity() {
		return format.infinity(), true
	}
	return word, false
}

// fromDecimal returns the bits of m * 10^k for m != 0. ok is false if the rounding is not certain;
// the result is then one of the two candidates. The approach is that of D. Lemire, "Number parsing
// at a gigabyte per second", 2021.
func (format *floatFormat) fromDecimal(m uint64, k int) (word uint64, overflow, ok bool) {
	p := scale(m, 0, k)
	q := p.exp + 128 + bits.Len64(p.w2) - 1 - int(format.mantBits)
	if q < format.lowestExp() {
		q = format.lowestExp()
	}
	n, ok := p.round(uint(q - 128 - p.exp))
	word, overflow = format.pack(n, q)
	return word, overflow, ok
}

// fromBinary returns the bits of m * 2^q for m != 0, or of a little more if more is set.
func (format *floatFormat) fromBinary(m uint64, q int, more bool) (word uint64, overflow bool) {
	s := bits.LeadingZeros64(m)
	m <<= uint(s)
	q -= s
	drop := 63 - int(format.mantBits)
	if q+drop < format.lowestExp() {
		drop = format.lowestExp() - q
		if drop > 64 {
			return 0, false
		}
	}
	if q+drop > 1<<format.expBits {
		return format.infinity(), true
	}
	n := m >> uint(drop) // 0 for 64
	rest := m << uint(64-drop)
	if rest > 1<<63 || rest == 1<<63 && (more || n&1 != 0) {
		n++
	}
	return format.pack(n, q+drop)
}

// maxDigits is the number of digits that can matter: the longest midpoint between two floats has
// 767 of them.
const maxDigits = 800

// correct returns the bits of the float nearest to t, starting from a float near it, by comparing
// the number with the midpoints between floats in exact arithmetic.
func (format *floatFormat) correct(word uint64, s string, t *floatText) (result uint64, overflow bool) {
	number := natural{make([]uint32, 0, 96), binary}
	exp := t.exp
	if !t.truncated {
		number.setWord(t.mant)
	} else {
		exp = number.setDigits(s, t)
	}
	if exp > 0 {
		number.mulPow10(exp)
	}
	for {
		if word < format.infinity() {
			order := format.compareMidpoint(&number, exp, word)
			if order > 0 || order == 0 && word&1 != 0 {
				word++
				continue
			}
		}
		if word > 0 {
			order := format.compareMidpoint(&number, exp, word-1)
			if order < 0 || order == 0 && word&1 != 0 {
				word--
				continue
			}
		}
		return word, word == format.infinity()
	}
}

// setDigits sets n to the digits of t in s, all that can matter, and returns the exponent for them.
func (n *natural) setDigits(s string, t *floatText) (exp int) {
	count, more := 0, false
	for i := t.start; i < len(s); i++ {
		c := s[i]
		if c|0x20 == 'e' {
			break
		}
		if c == '.' || c == '_' || count == 0 && c == '0' {
			continue
		}
		if count == maxDigits {
			more = more || c != '0'
			continue
		}
		n.mulAdd(10, uint32(c-'0'))
		count++
	}
	if more { // any digit behind the ones that matter
		n.mulAdd(10, 1)
		count++
	}
	return t.exp + mantDecimalDigits - count
}

// compareMidpoint compares number, times 10^exp if exp < 0, with the midpoint between the float
// with the bits word and the next one.
func (format *floatFormat) compareMidpoint(number *natural, exp int, word uint64) int {
	m := word & (1<<format.mantBits - 1)
	q := format.lowestExp()
	if e := int(word >> format.mantBits); e != 0 {
		m |= 1 << format.mantBits
		q += e - 1
	}
	q-- // for the midpoint (2m+1) * 2^(q-1)
	middle := natural{make([]uint32, 0, 160), binary}
	middle.setWord(2*m + 1)
	if exp < 0 {
		middle.mulPow10(-exp)
	}
	if q >= 0 {
		middle.mulPow2(q)
		return number.compare(&middle)
	}
	scaled := natural{append(make([]uint32, 0, len(number.words)+40), number.words...), binary}
	scaled.mulPow2(-q)
	return scaled.compare(&middle)
}
