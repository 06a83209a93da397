package strconv

import "math/bits"

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
	var buf [32]byte
	return string(appendFloat(buf[:0], "FormatFloat", f, fmt, prec, bitSize))
}

// AppendFloat appends the result of FormatFloat to dst.
func AppendFloat(dst []byte, f float64, fmt byte, prec, bitSize int) []byte {
	return appendFloat(dst, "AppendFloat", f, fmt, prec, bitSize)
}

func appendFloat(dst []byte, caller string, f float64, fmt byte, prec, bitSize int) []byte {
	var word uint64
	var format *floatFormat
	switch bitSize {
	case 32:
		word, format = uint64(float32bits(float32(f))), &float32Format
	case 64:
		word, format = float64bits(f), &float64Format
	default:
		panic("strconv: illegal " + caller + " bitSize")
	}
	neg := word>>(format.expBits+format.mantBits) != 0
	exp := int(word>>format.mantBits) & (1<<format.expBits - 1)
	mant := word & (1<<format.mantBits - 1)
	lowerCloser := false
	switch exp {
	case 1<<format.expBits - 1:
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
		mant |= 1 << format.mantBits
	}
	exp += format.bias

	switch fmt {
	case 'b':
		return appendBinary(dst, neg, mant, exp-int(format.mantBits))
	case 'x', 'X':
		return appendHex(dst, neg, mant<<(60-format.mantBits), exp, fmt, prec)
	case 'e', 'E', 'f', 'g', 'G':
	default:
		return append(dst, '%', fmt)
	}
	if neg {
		dst = append(dst, '-')
	}
	var dec decimalFloat
	exp -= int(format.mantBits)
	if prec < 0 {
		if mant != 0 {
			d, k := shortest(mant, exp, lowerCloser)
			dec.set(d, k)
		}
		return appendShortest(dst, &dec, fmt)
	}
	switch fmt {
	case 'f':
		if mant != 0 {
			dec.roundAt(mant, exp, prec)
		}
		return appendF(dst, &dec, prec)
	case 'g', 'G':
		if prec == 0 {
			prec = 1
		}
		if mant != 0 {
			dec.roundTo(mant, exp, prec)
		}
		return appendG(dst, &dec, fmt, prec)
	}
	if mant != 0 {
		dec.roundTo(mant, exp, prec+1)
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

// roundTo sets x to m * 2^q for m != 0, rounded to n > 0 digits.
func (x *decimalFloat) roundTo(m uint64, q, n int) {
	if n <= fastDigits {
		limit := pow10Word(n)
		k := n - 1 - exponent10(m, q)
		for range 2 { // the exponent may be one too low
			p := scale(m, q, k)
			v, ok := p.round(uint(-128 - p.exp))
			if !ok {
				break
			}
			if v < limit {
				x.set(v, -k)
				return
			}
			k--
		}
	}
	d, dp := exactDigits(m, q)
	x.round(d, dp, n)
}

// roundAt sets x to m * 2^q for m != 0, rounded to prec digits behind the point.
func (x *decimalFloat) roundAt(m uint64, q, prec int) {
	e := exponent10(m, q)
	if e+1+prec < fastDigits {
		if e+1+prec < -2 {
			x.trim(nil)
			return
		}
		p := scale(m, q, prec)
		if v, ok := p.round(uint(-128 - p.exp)); ok {
			x.set(v, -prec)
			return
		}
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
func pow10Word(n int) uint64 {
	p := uint64(1)
	for range n {
		p *= 10
	}
	return p
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
