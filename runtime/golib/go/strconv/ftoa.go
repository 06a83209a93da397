package strconv

import (
	"math/bits"
	"unsafe"
)

// A floatFormat describes an IEEE 754 binary format.
type floatFormat struct {
	mantBits uint // stored bits of the significand
	expBits  uint
	bias     int
}

var (
	float32Format = floatFormat{23, 8, -127}
	float64Format = floatFormat{52, 11, -1023}
)

// A decimalFloat is 0.d * 10^dp without trailing zeros in d; d is empty for zero.
type decimalFloat struct {
	d   []byte
	dp  int
	buf [65]byte // room for d
}

// FormatFloat converts f to a string. fmt is one of 'b', 'e', 'E', 'f', 'g', 'G', 'x', 'X'; prec
// is the number of digits behind the point, for 'g' and 'G' that of all digits, and -1 stands for
// as many as are needed to get f back. f was a float32 if bitSize is 32, a float64 if it is 64.
func FormatFloat(f float64, fmt byte, prec, bitSize int) string {
	if bitSize != 32 && bitSize != 64 {
		panic("strconv: illegal FormatFloat bitSize")
	}
	var buf [32]byte
	return string(appendFloat(buf[:0], f, fmt, prec, bitSize))
}

// AppendFloat appends the result of FormatFloat to dst.
func AppendFloat(dst []byte, f float64, fmt byte, prec, bitSize int) []byte {
	if bitSize != 32 && bitSize != 64 {
		panic("strconv: illegal AppendFloat bitSize")
	}
	return appendFloat(dst, f, fmt, prec, bitSize)
}

func appendFloat(dst []byte, f float64, fmt byte, prec, bitSize int) []byte {
	mantBits, bias, special := uint(52), -1023, 1<<11-1
	word := float64bits(f)
	neg := word>>63 != 0
	exp := int(word>>52) & special
	mant := word & (1<<52 - 1)
	if bitSize == 32 {
		word := float32bits(float32(f))
		mantBits, bias, special = 23, -127, 1<<8-1
		exp, mant = int(word>>23)&special, uint64(word)&(1<<23-1)
	}
	lowerCloser := false
	switch exp {
	case special:
		switch {
		case mant != 0:
			return append(dst, "NaN"...)
		case neg:
			return append(dst, "-Inf"...)
		}
		return append(dst, "+Inf"...)
	case 0:
		exp++
	default:
		lowerCloser = mant == 0 && exp > 1
		mant |= 1 << mantBits
	}
	exp += bias

	switch fmt {
	case 'b':
		return appendBinary(dst, neg, mant, exp-int(mantBits))
	case 'x', 'X':
		return appendHex(dst, neg, mant<<(60-mantBits), exp, fmt, prec)
	case 'e', 'E', 'f', 'g', 'G':
	default:
		return append(dst, '%', fmt)
	}
	if neg {
		dst = append(dst, '-')
	}
	exp -= int(mantBits)
	switch {
	case mant == 0:
	case prec < 0:
		d, k := shortest(mant, exp, lowerCloser)
		if long, ok := appendDigits(dst, d, k, fmt); ok {
			return long
		}
	case fmt == 'f':
		if shift := uint(-exp); shift-1 < 63 && prec <= fastDigits {
			return appendFixedExact(dst, mant, shift, prec)
		}
		if v, ok := fixed(mant, exp, prec); ok {
			return appendFixed(dst, v, prec)
		}
	case fmt|0x20 == 'e' && prec < fastDigits:
		if v, k, ok := rounded(mant, exp, prec+1); ok {
			return appendScientific(dst, v, prec, prec-k, fmt)
		}
	}
	return appendAny(dst, mant, exp, lowerCloser, fmt, prec)
}

// appendAny appends m * 2^q whatever it needs.
func appendAny(dst []byte, m uint64, q int, lowerCloser bool, fmt byte, prec int) []byte {
	var dec decimalFloat
	if prec < 0 {
		if m != 0 {
			dec.set(shortest(m, q, lowerCloser))
		}
		return appendShortest(dst, &dec, fmt)
	}
	switch fmt {
	case 'f':
		if m != 0 {
			dec.roundAt(m, q, prec)
		}
		return appendF(dst, &dec, prec)
	case 'g', 'G':
		if prec == 0 {
			prec = 1
		}
		if m != 0 {
			dec.roundTo(m, q, prec)
		}
		return appendG(dst, &dec, fmt, prec)
	}
	if m != 0 {
		dec.roundTo(m, q, prec+1)
	}
	return appendE(dst, &dec, prec, fmt)
}

// set sets x to v * 10^k.
func (x *decimalFloat) set(v uint64, k int) {
	d := x.buf[formatDecimal(&x.buf, v):]
	x.dp = len(d) + k
	x.trim(d)
}

// trim makes d without its trailing zeros the digits of x.
func (x *decimalFloat) trim(d []byte) {
	n := len(d)
	for n > 0 && d[n-1] == '0' {
		n--
	}
	x.d = d[:n]
	if n == 0 {
		x.dp = 0
	}
}

// fastDigits is the largest number of digits for which one more still fits a word.
const fastDigits = 18

// exponent10 returns the largest e with 10^e <= m * 2^q, or one less than that.
func exponent10(m uint64, q int) int {
	return ((bits.Len64(m) - 1 + q) * 1262611) >> 22
}

// rounded returns m * 2^q * 10^k for m != 0, rounded, for the k with which that has n <= fastDigits digits, if it is certain.
func rounded(m uint64, q, n int) (v uint64, k int, ok bool) {
	k = n - 1 - exponent10(m, q)
	for range 2 { // the exponent may be one too low
		p := scale(m, q, k)
		if v, ok = p.round(uint(-128 - p.exp)); !ok || v < pow10Word(n) {
			return v, k, ok
		}
		k--
	}
	return 0, 0, false
}

// appendScientific appends v, which has prec+1 digits, with a point behind the first one, and an exponent.
func appendScientific(dst []byte, v uint64, prec, exp int, fmt byte) []byte {
	dst = room(dst, prec+2)
	at := len(dst) - (prec + 2)
	putDigits(unsafe.Pointer(&dst[at+1]), prec+1, v)
	dst[at] = dst[at+1]
	if prec == 0 {
		dst = dst[:at+1]
	} else {
		dst[at+1] = '.'
	}
	return appendExponent(dst, exp, fmt)
}

// roundTo sets x to m * 2^q for m != 0, rounded to n > 0 digits.
func (x *decimalFloat) roundTo(m uint64, q, n int) {
	if n <= fastDigits {
		if v, k, ok := rounded(m, q, n); ok {
			x.set(v, -k)
			return
		}
	}
	d, dp := exactDigits(m, q)
	x.round(d, dp, n)
}

// appendFixedExact appends m / 2^shift for 0 < shift < 64 with at most fastDigits digits behind the point, which two words have
// exactly.
func appendFixedExact(dst []byte, m uint64, shift uint, prec int) []byte {
	shift &= 63
	whole, p := m>>shift, pow10Word(prec)
	hi, lo := bits.Mul64(m&(1<<shift-1), p)
	part := hi<<(-shift&63) | lo>>shift
	rest, half := lo&(1<<shift-1), uint64(1)<<((shift-1)&63)
	odd := part&1 != 0
	if prec == 0 {
		odd = whole&1 != 0
	}
	if rest > half || rest == half && odd {
		if part++; part == p {
			whole, part = whole+1, 0
		}
	}
	dst = appendDecimal(dst, whole)
	if prec > 0 {
		dst = append(dst, '.')
		dst = room(dst, prec)
		putDigits(unsafe.Pointer(&dst[len(dst)-prec]), prec, part)
	}
	return dst
}

// fixed returns m * 2^q * 10^prec for m != 0, rounded, if that is certain and has not too many digits.
func fixed(m uint64, q, prec int) (v uint64, ok bool) {
	if n := exponent10(m, q) + 1 + prec; n < -2 || n >= fastDigits || prec > fastDigits {
		return 0, false
	}
	p := scale(m, q, prec)
	return p.round(uint(-128 - p.exp))
}

// appendFixed appends v / 10^prec with prec digits behind the point.
func appendFixed(dst []byte, v uint64, prec int) []byte {
	if prec <= 0 {
		return appendDecimal(dst, v)
	}
	p := pow10Word(prec)
	whole := v / p
	dst = appendDecimal(dst, whole)
	dst = append(dst, '.')
	dst = room(dst, prec)
	putDigits(unsafe.Pointer(&dst[len(dst)-prec]), prec, v-whole*p)
	return dst
}

// shortText is room for any text that appendDigits makes.
const shortText = 24

// appendDigits appends d * 10^k for d != 0 in a format with all digits, where that is short and there is room: the digits are
// written to where they belong.
func appendDigits(dst []byte, d uint64, k int, fmt byte) (long []byte, ok bool) {
	if cap(dst)-len(dst) < shortText {
		return dst, false
	}
	for d%10 == 0 {
		d, k = d/10, k+1
	}
	n := decimalLen(d)
	whole := n + k // digits before the point
	at := len(dst)
	b := dst[: at+shortText : cap(dst)]
	p := unsafe.Pointer(&b[at])
	if fmt|0x20 == 'g' && (whole < -3 || whole > 6) || fmt|0x20 == 'e' {
		if fmt|0x20 == 'g' {
			fmt -= 'g' - 'e'
		}
		putDigits(unsafe.Add(p, 1), n, d)
		b[at] = b[at+1]
		at++
		if n > 1 {
			b[at] = '.'
			at += n
		}
		return appendExponent(b[:at], whole-1, fmt), true
	}
	switch {
	case whole < -3 || whole > 20:
		return dst, false
	case whole <= 0:
		*(*[8]byte)(p) = [8]byte{'0', '.', '0', '0', '0'}
		start := len("0.") - whole
		putDigits(unsafe.Add(p, start), n, d)
		at += start + n
	case whole < n:
		f := pow10Word(n - whole)
		left := d / f
		putDigits(p, whole, left)
		b[at+whole] = '.'
		putDigits(unsafe.Add(p, whole+1), n-whole, d-left*f)
		at += n + 1
	default:
		putDigits(p, n, d)
		at += n
		for range whole - n {
			b[at] = '0'
			at++
		}
	}
	return b[:at], true
}

// decimalLen returns the number of digits of v != 0.
func decimalLen(v uint64) int {
	n := bits.Len64(v) * 1233 >> 12 // log10(2) in units of 2^-12: one too low at most
	if v >= powers[n] {
		n++
	}
	return n
}

// putDigits writes v to p with n digits.
func putDigits(p unsafe.Pointer, n int, v uint64) {
	for n >= 8 { // both halves at the same time
		next := v / 100000000
		eight := uint32(v - next*100000000)
		four := eight / 10000
		n -= 8
		putFour(unsafe.Add(p, n), four)
		putFour(unsafe.Add(p, n+4), eight-four*10000)
		v = next
	}
	if n >= 4 {
		next := v / 10000
		n -= 4
		putFour(unsafe.Add(p, n), uint32(v-next*10000))
		v = next
	}
	if n >= 2 {
		next := v / 100
		n -= 2
		putPair(unsafe.Add(p, n), uint32(v-next*100))
		v = next
	}
	if n > 0 {
		*(*byte)(p) = byte('0' + v)
	}
}

// putFour writes n < 10000 as four digits.
func putFour(p unsafe.Pointer, n uint32) {
	two := n / 100
	putPair(p, two)
	putPair(unsafe.Add(p, 2), n-two*100)
}

// putPair writes n < 100 as two digits.
func putPair(p unsafe.Pointer, n uint32) {
	*(*uint16)(p) = *(*uint16)(unsafe.Add(unsafe.Pointer(unsafe.StringData(twoDigits)), n*2))
}

// roundAt sets x to m * 2^q for m != 0, rounded to prec digits behind the point.
func (x *decimalFloat) roundAt(m uint64, q, prec int) {
	if exponent10(m, q)+1+prec < -2 {
		x.trim(nil)
		return
	}
	d, dp := exactDigits(m, q)
	x.round(d, dp, dp+prec)
}

// round sets x to 0.d * 10^dp rounded to n digits.
func (x *decimalFloat) round(d []byte, dp, n int) {
	d, carried := roundDigits(d, n)
	if carried {
		dp++
	}
	x.dp = dp
	x.trim(d)
}

// pow10Word returns 10^n for n <= 19.
func pow10Word(n int) uint64 { return powers[n] }

// powers are those of ten that fit a word.
var powers = [20]uint64{
	1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
}

// appendShortest appends x with all its digits.
func appendShortest(dst []byte, x *decimalFloat, fmt byte) []byte {
	switch fmt {
	case 'f':
		return appendF(dst, x, len(x.d)-x.dp)
	case 'g', 'G':
		if exp := x.dp - 1; -4 <= exp && exp < 6 || len(x.d) == 0 {
			return appendF(dst, x, len(x.d)-x.dp)
		}
		fmt -= 'g' - 'e'
	}
	return appendE(dst, x, len(x.d)-1, fmt)
}

// appendG appends x, which has been rounded to prec digits, without trailing zeros.
func appendG(dst []byte, x *decimalFloat, fmt byte, prec int) []byte {
	limit := prec
	if limit > len(x.d) && len(x.d) >= x.dp {
		limit = len(x.d)
	}
	if exp := x.dp - 1; exp < -4 || exp >= limit {
		return appendE(dst, x, len(x.d)-1, fmt-('g'-'e'))
	}
	return appendF(dst, x, len(x.d)-x.dp)
}

// appendE appends x as d.ddde±dd with prec digits behind the point.
func appendE(dst []byte, x *decimalFloat, prec int, fmt byte) []byte {
	exp := x.dp - 1
	if len(x.d) == 0 {
		dst = append(dst, '0')
		exp = 0
	} else {
		dst = append(dst, x.d[0])
	}
	if prec > 0 {
		dst = append(dst, '.')
		n := 1
		if n < len(x.d) {
			n = len(x.d)
			if n > prec+1 {
				n = prec + 1
			}
			dst = append(dst, x.d[1:n]...)
		}
		dst = appendZeros(dst, prec+1-n)
	}
	return appendExponent(dst, exp, fmt)
}

// appendF appends x as ddd.ddd with prec digits behind the point, none if prec <= 0.
func appendF(dst []byte, x *decimalFloat, prec int) []byte {
	whole := x.dp // digits before the point
	switch {
	case whole <= 0:
		dst = append(dst, '0')
		whole = 0
	case whole < len(x.d):
		dst = append(dst, x.d[:whole]...)
	default:
		dst = append(dst, x.d...)
		dst = appendZeros(dst, whole-len(x.d))
		whole = len(x.d)
	}
	if prec <= 0 {
		return dst
	}
	dst = append(dst, '.')
	zeros := 0
	if x.dp < 0 {
		zeros = -x.dp
		if zeros > prec {
			zeros = prec
		}
		dst = appendZeros(dst, zeros)
	}
	rest := x.d[whole:]
	if len(rest) > prec-zeros {
		rest = rest[:prec-zeros]
	}
	dst = append(dst, rest...)
	return appendZeros(dst, prec-zeros-len(rest))
}

func appendZeros(dst []byte, n int) []byte {
	for ; n > 0; n-- {
		dst = append(dst, '0')
	}
	return dst
}

// appendExponent appends the letter and an exponent with a sign and at least two digits.
func appendExponent(dst []byte, exp int, letter byte) []byte {
	sign := byte('+')
	if exp < 0 {
		sign, exp = '-', -exp
	}
	dst = append(dst, letter, sign)
	if exp < 10 {
		dst = append(dst, '0')
	}
	return appendDecimal(dst, uint64(exp))
}

// appendBinary appends m * 2^q in the form ddddp±dd.
func appendBinary(dst []byte, neg bool, m uint64, q int) []byte {
	if neg {
		dst = append(dst, '-')
	}
	dst = appendDecimal(dst, m)
	dst = append(dst, 'p')
	if q >= 0 {
		dst = append(dst, '+')
	}
	return AppendInt(dst, int64(q), 10)
}

// appendHex appends m/2^60 * 2^exp in the form 0x1.yyyyyyyyp±dd with prec digits behind the
// point, or as many as are needed if prec < 0.
func appendHex(dst []byte, neg bool, m uint64, exp int, fmt byte, prec int) []byte {
	const one = 1 << 60
	if m == 0 {
		exp = 0
	} else {
		s := bits.LeadingZeros64(m) - 3
		m <<= uint(s)
		exp -= s
	}
	if 0 <= prec && prec < 15 {
		unit := uint64(one) >> uint(4*prec)
		rest := m & (unit - 1)
		m -= rest
		if rest > unit/2 || rest == unit/2 && m&unit != 0 {
			m += unit
		}
		if m >= 2*one {
			m >>= 1
			exp++
		}
	}
	if neg {
		dst = append(dst, '-')
	}
	dst = append(dst, '0', fmt, '0'+byte(m>>60))
	m <<= 4
	if prec > 0 || prec < 0 && m != 0 {
		dst = append(dst, '.')
	}
	hex := lowerDigits
	if fmt == 'X' {
		hex = upperHex
	}
	for i := 0; i < prec || prec < 0 && m != 0; i++ {
		dst = append(dst, hex[m>>60])
		m <<= 4
	}
	return appendExponent(dst, exp, fmt-('x'-'p'))
}
