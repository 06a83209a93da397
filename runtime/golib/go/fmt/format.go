package fmt

import (
	"strconv"
	"unicode/utf8"
	"unsafe"
)

const (
	lowerDigits = "0123456789abcdefx"
	upperDigits = "0123456789ABCDEFX"
)

// padding appends n padding characters, none if n <= 0. On the left it may be zeros.
//
//go:noinline
func (p *printer) padding(n int) {
	c := byte(' ')
	if p.zero && !p.minus {
		c = '0'
	}
	b := p.buf
	for ; n > 0; n-- {
		b = append(b, c)
	}
	p.buf = b
}

// pad appends b, padded to the width.
func (p *printer) pad(b []byte) {
	missing := 0
	if p.hasWidth && p.width != 0 {
		missing = p.width - utf8.RuneCount(b)
	}
	p.padded(b, missing)
}

// padASCII is pad for b without multi-byte characters.
func (p *printer) padASCII(b []byte) {
	missing := 0
	if p.hasWidth {
		missing = p.width - len(b)
	}
	p.padded(b, missing)
}

// padString appends s, padded to the width.
func (p *printer) padString(s string) {
	if !p.hasWidth || p.width == 0 {
		p.buf = append(p.buf, s...)
		return
	}
	p.padded(unsafe.Slice(unsafe.StringData(s), len(s)), p.width-utf8.RuneCountInString(s))
}

// padded appends b with missing padding characters on the side that the flags say.
func (p *printer) padded(b []byte, missing int) {
	if missing > 0 && !p.minus {
		p.padding(missing)
		missing = 0
	}
	p.buf = append(p.buf, b...)
	if missing > 0 {
		p.padding(missing)
	}
}

// padSpaces appends b, padded to the width with spaces whatever the flags say.
func (p *printer) padSpaces(b []byte) {
	zero := p.zero
	p.zero = false
	p.pad(b)
	p.zero = zero
}

// truncate returns the characters of s that the precision allows.
func (p *printer) truncate(s string) string {
	if !p.hasPrec {
		return s
	}
	n := p.prec
	for i := range s {
		n--
		if n < 0 {
			return s[:i]
		}
	}
	return s
}

// text appends s as %s does.
func (p *printer) text(s string) { p.padString(p.truncate(s)) }

// quoted appends s as %q does.
func (p *printer) quoted(s string) {
	s = p.truncate(s)
	if p.sharp && strconv.CanBackquote(s) {
		p.padString("`" + s + "`")
		return
	}
	var buf [64]byte
	if p.plus {
		p.pad(strconv.AppendQuoteToASCII(buf[:0], s))
	} else {
		p.pad(strconv.AppendQuote(buf[:0], s))
	}
}

// hexString appends the bytes of s as %x and %X do.
func (p *printer) hexString(s string, digits string) {
	if p.hasPrec && p.prec < len(s) {
		s = s[:p.prec]
	}
	if s == "" {
		if p.hasWidth {
			p.padding(p.width)
		}
		return
	}
	size := 2 * len(s)
	switch {
	case p.space && p.sharp:
		size = 5*len(s) - 1
	case p.space:
		size = 3*len(s) - 1
	case p.sharp:
		size += 2
	}
	missing := 0
	if p.hasWidth {
		missing = p.width - size
	}
	if !p.minus {
		p.padding(missing)
	}
	for i := 0; i < len(s); i++ {
		if p.space && i > 0 {
			p.buf = append(p.buf, ' ')
		}
		if p.sharp && (p.space || i == 0) {
			p.buf = append(p.buf, '0', digits[16])
		}
		p.buf = append(p.buf, digits[s[i]>>4], digits[s[i]&0xF])
	}
	if p.minus {
		p.padding(missing)
	}
}

// character returns the character with the code v, the replacement character if there is none.
func character(v uint64) rune {
	if v > utf8.MaxRune {
		return utf8.RuneError
	}
	return rune(v)
}

// char appends a character as %c does.
func (p *printer) char(v uint64) {
	var buf [utf8.UTFMax]byte
	p.pad(utf8.AppendRune(buf[:0], character(v)))
}

// quotedChar appends a character as %q does.
func (p *printer) quotedChar(v uint64) {
	var buf [16]byte
	if p.plus {
		p.pad(strconv.AppendQuoteRuneToASCII(buf[:0], character(v)))
	} else {
		p.pad(strconv.AppendQuoteRune(buf[:0], character(v)))
	}
}

// unicode appends a character as %U does.
func (p *printer) unicode(v uint64) {
	var digits [16]byte
	num := appendDigits(digits[:0], v, 16, true)
	least := 4
	if p.hasPrec && p.prec > 4 {
		least = p.prec
	}
	var buf [32]byte
	b := append(buf[:0], "U+"...)
	for n := least - len(num); n > 0; n-- {
		b = append(b, '0')
	}
	b = append(b, num...)
	if p.sharp && v <= utf8.MaxRune && strconv.IsPrint(rune(v)) {
		b = append(b, " '"...)
		b = utf8.AppendRune(b, rune(v))
		b = append(b, '\'')
	}
	p.padSpaces(b)
}

// integer appends v in base 2, 8, 10 or 16, with upper-case letters if upper says so. The verb matters
// only if it is 'O'.
func (p *printer) integer(v uint64, base int, signed bool, verb rune, upper bool) {
	if p.special || signed && int64(v) < 0 || verb == 'O' || upper {
		p.specialInteger(v, base, signed, verb, upper)
		return
	}
	p.buf = strconv.AppendUint(p.buf, v, base)
}

// specialInteger is integer with what a directive can ask for.
func (p *printer) specialInteger(v uint64, base int, signed bool, verb rune, upper bool) {
	sign := byte(0)
	switch {
	case signed && int64(v) < 0:
		sign, v = '-', -v
	case p.plus:
		sign = '+'
	case p.space:
		sign = ' '
	}
	least := 0 // digits at least
	if p.hasPrec {
		least = p.prec
		if least == 0 && v == 0 { // prints nothing but padding
			zero := p.zero
			p.zero = false
			p.padding(p.width)
			p.zero = zero
			return
		}
	} else if p.zero && !p.minus && p.hasWidth {
		least = p.width
		if sign != 0 {
			least--
		}
	}

	var buf [64]byte
	num := appendDigits(buf[:0], v, base, upper)
	zeros := least - len(num)
	if zeros < 0 {
		zeros = 0
	}
	var prefix [4]byte
	head := prefix[:0]
	if sign != 0 {
		head = append(head, sign)
	}
	if verb == 'O' {
		head = append(head, "0o"...)
	}
	if p.sharp {
		switch {
		case base == 2:
			head = append(head, "0b"...)
		case base == 8 && zeros == 0 && num[0] != '0':
			head = append(head, '0')
		case base == 16:
			x := byte('x')
			if upper {
				x = 'X'
			}
			head = append(head, '0', x)
		}
	}

	missing := 0
	if p.hasWidth {
		missing = p.width - len(head) - zeros - len(num)
	}
	if !p.minus {
		p.spaces(missing)
	}
	p.buf = append(p.buf, head...)
	for ; zeros > 0; zeros-- {
		p.buf = append(p.buf, '0')
	}
	p.buf = append(p.buf, num...)
	if p.minus {
		p.spaces(missing)
	}
}

func (p *printer) spaces(n int) {
	for ; n > 0; n-- {
		p.buf = append(p.buf, ' ')
	}
}

// appendDigits appends v in base 2, 8, 10 or 16, with upper-case letters if upper says so.
func appendDigits(dst []byte, v uint64, base int, upper bool) []byte {
	start := len(dst)
	dst = strconv.AppendUint(dst, v, base)
	if base == 16 && upper {
		for i := start; i < len(dst); i++ {
			if dst[i] >= 'a' {
				dst[i] -= 'a' - 'A'
			}
		}
	}
	return dst
}

// hex appends v in hexadecimal with or without 0x in front.
func (p *printer) hex(v uint64, leading0x bool) {
	sharp, special := p.sharp, p.special
	p.sharp, p.special = leading0x, special || leading0x
	p.integer(v, 16, false, 'v', false)
	p.sharp, p.special = sharp, special
}

// float appends v, a float of size bits, in a format of strconv.
func (p *printer) float(v float64, size int, format byte, prec int) {
	if p.hasPrec {
		prec = p.prec
	}
	if !p.plus && !p.space && !p.sharp && !p.zero { // as strconv writes it
		start := len(p.buf)
		p.buf = strconv.AppendFloat(p.buf, v, format, prec, size)
		if p.hasWidth {
			p.widen(start)
		}
		return
	}
	p.specialFloat(v, size, format, prec)
}

// widen pads what has been appended at start to the width, with spaces.
func (p *printer) widen(start int) {
	n := len(p.buf) - start
	missing := p.width - n
	if missing <= 0 {
		return
	}
	p.spaces(missing)
	if p.minus {
		return
	}
	b := p.buf[start:]
	copy(b[missing:], b[:n])
	for i := range min(missing, n) {
		b[i] = ' '
	}
}

// specialFloat is float with flags that change the number.
func (p *printer) specialFloat(v float64, size int, format byte, prec int) {
	var buf [72]byte
	num := strconv.AppendFloat(buf[:1], v, format, prec, size)
	if num[1] == '-' || num[1] == '+' {
		num = num[1:]
	} else {
		num[0] = '+'
	}
	if p.space && !p.plus && num[0] == '+' {
		num[0] = ' '
	}
	showSign := p.plus || num[0] != '+'
	if num[1] == 'I' || num[1] == 'N' { // an infinity has a sign, a NaN only if asked for
		if num[1] == 'N' && !p.space && !p.plus {
			num = num[1:]
		}
		p.padSpaces(num)
		return
	}
	if p.sharp && format != 'b' {
		num = withPoint(num, format, prec)
	}
	switch {
	case !showSign:
		p.padASCII(num[1:])
	case p.zero && !p.minus && p.hasWidth && p.width > len(num): // the zeros go behind the sign
		p.buf = append(p.buf, num[0])
		p.padding(p.width - len(num))
		p.buf = append(p.buf, num[1:]...)
	default:
		p.padASCII(num)
	}
}

// withPoint returns a number with a decimal point, as the flag # demands; for the formats that
// drop zeros at the end it adds them up to the precision. num starts with a sign.
func withPoint(num []byte, format byte, prec int) []byte {
	hex := format == 'x' || format == 'X'
	end := len(num) // of the digits
	point, significant := false, false
	digits := 0
	switch format {
	case 'g', 'G', 'x':
		digits = prec
		if digits < 0 {
			digits = 6
		}
	}
	for i := 1; i < end; i++ {
		switch c := num[i]; {
		case c == '.':
			point = true
		case c == 'p' || c == 'P' || !hex && c|0x20 == 'e':
			end = i
		default:
			significant = significant || c != '0'
			if significant {
				digits--
			}
		}
	}
	var tail [8]byte // the exponent
	exponent := append(tail[:0], num[end:]...)
	num = num[:end]
	if !point {
		if len(num) == 2 && num[1] == '0' { // the zero counts as a digit
			digits--
		}
		num = append(num, '.')
	}
	for ; digits > 0; digits-- {
		num = append(num, '0')
	}
	return append(num, exponent...)
}
