package fmt

import (
	"errors"
	"internal/abi"
	"io"
	"strconv"
	"unsafe"
)

// The digits of numbers.
const (
	binaryDigits  = "01"
	octalDigits   = "01234567"
	decimalDigits = "0123456789"
	hexDigits     = "0123456789aAbBcCdDeEfF"
)

// operand scans the value that arg points to.
func (s *state) operand(verb rune, arg any) {
	s.buf = s.buf[:0]
	if v, ok := arg.(Scanner); ok {
		if err := v.Scan(s, verb); err != nil {
			if err == io.EOF {
				err = io.ErrUnexpectedEOF
			}
			s.failWith(err)
		}
		return
	}
	e := (*abi.EmptyInterface)(unsafe.Pointer(&arg))
	if e.Type == nil || e.Type.Kind_ != abi.Pointer {
		name := "<nil>"
		if e.Type != nil {
			name = e.Type.String()
		}
		s.fail("type not a pointer: " + name)
	}
	s.value(verb, e.Type, e.Type.Elem(), e.Data)
}

// value scans a value of type t at p; pointer is the type of the operand.
func (s *state) value(verb rune, pointer, t *abi.Type, p unsafe.Pointer) {
	bits := int(t.Size_ * 8)
	switch t.Kind_ {
	case abi.Bool:
		*(*bool)(p) = s.boolean(verb)
	case abi.Int, abi.Int8, abi.Int16, abi.Int32, abi.Int64:
		storeInt(p, bits, uint64(s.integer(verb, bits)))
	case abi.Uint, abi.Uint8, abi.Uint16, abi.Uint32, abi.Uint64, abi.Uintptr:
		storeInt(p, bits, s.unsigned(verb, bits))
	case abi.Float32, abi.Float64:
		// Named types are not checked.
		if name := t.String(); (name == "float32" || name == "float64") && !has("beEfFgGv", verb) {
			s.failVerb(verb, name)
		}
		s.SkipSpace()
		s.needInput()
		f := s.float(s.floatToken(), bits)
		if bits == 32 {
			*(*float32)(p) = float32(f)
		} else {
			*(*float64)(p) = f
		}
	case abi.Complex64:
		*(*complex64)(p) = complex64(s.complex(verb, 64))
	case abi.Complex128:
		*(*complex128)(p) = s.complex(verb, 128)
	case abi.String:
		*(*string)(p) = s.text(verb)
	case abi.Slice:
		if t.Elem().Kind_ != abi.Uint8 {
			s.fail("can't scan type: " + pointer.String())
		}
		*(*[]byte)(p) = []byte(s.text(verb))
	default:
		s.fail("can't scan type: " + pointer.String())
	}
}

func storeInt(p unsafe.Pointer, bits int, v uint64) {
	switch bits {
	case 8:
		*(*uint8)(p) = uint8(v)
	case 16:
		*(*uint16)(p) = uint16(v)
	case 32:
		*(*uint32)(p) = uint32(v)
	default:
		*(*uint64)(p) = v
	}
}

var (
	errBool    = errors.New("syntax error scanning boolean")
	errComplex = errors.New("syntax error scanning complex number")
)

func (s *state) boolean(verb rune) bool {
	s.SkipSpace()
	s.needInput()
	if !has("tv", verb) {
		s.failVerb(verb, "boolean")
	}
	// A word may stop after its first letter, but nowhere else.
	word := func(letters ...string) {
		for i, l := range letters {
			if !s.accept(l) {
				if i > 0 {
					s.failWith(errBool)
				}
				return
			}
		}
	}
	switch s.next() {
	case '1':
		return true
	case 't', 'T':
		word("rR", "uU", "eE")
		return true
	case 'f', 'F':
		word("aA", "lL", "sS", "eE")
	}
	return false
}

// character scans a single character.
func (s *state) character(bits int) int64 {
	s.needInput()
	r := s.next()
	if shift := 64 - uint(bits); int64(r)<<shift>>shift != int64(r) {
		s.fail("overflow on character value " + string(r))
	}
	return int64(r)
}

// digits reads the digits of an integer, behind its sign, and returns the token and its base.
func (s *state) digits(verb rune, signed bool) (token string, base int) {
	s.SkipSpace()
	s.needInput()
	if !has("bdoUxXv", verb) {
		s.failVerb(verb, "integer")
	}
	set, base := decimalDigits, 10
	switch verb {
	case 'b':
		set, base = binaryDigits, 2
	case 'o':
		set, base = octalDigits, 8
	case 'x', 'X', 'U':
		set, base = hexDigits, 16
	}
	some := false // a digit has been read
	if verb == 'U' {
		for _, c := range [...]string{"U", "+"} {
			if _, ok := s.take(c); !ok {
				s.fail("bad unicode format ")
			}
		}
	} else {
		if signed {
			s.accept("+-")
		}
		if verb == 'v' {
			set, some = s.prefix()
			base = 0
		}
	}
	if !some {
		s.needInput()
		if !s.accept(set) {
			s.fail("expected integer")
		}
	}
	for s.accept(set) {
	}
	return string(s.buf), base
}

// prefix reads the prefix of a number of any base and returns the digits that may follow, and whether
// a zero was read.
func (s *state) prefix() (set string, zero bool) {
	if !s.accept("0") {
		return decimalDigits + "_", false
	}
	switch {
	case s.accept("bB"):
		return binaryDigits + "_", true
	case s.accept("oO"):
		return octalDigits + "_", true
	case s.accept("xX"):
		return hexDigits + "_", true
	}
	return octalDigits + "_", true
}

func (s *state) integer(verb rune, bits int) int64 {
	if verb == 'c' {
		return s.character(bits)
	}
	token, base := s.digits(verb, true)
	v, err := strconv.ParseInt(token, base, 64)
	if err != nil {
		s.failWith(err)
	}
	if shift := 64 - uint(bits); v<<shift>>shift != v {
		s.fail("integer overflow on token " + token)
	}
	return v
}

func (s *state) unsigned(verb rune, bits int) uint64 {
	if verb == 'c' {
		return uint64(s.character(bits))
	}
	token, base := s.digits(verb, false)
	v, err := strconv.ParseUint(token, base, 64)
	if err != nil {
		s.failWith(err)
	}
	if shift := 64 - uint(bits); v<<shift>>shift != v {
		s.fail("unsigned integer overflow on token " + token)
	}
	return v
}

// floatToken reads what may be a floating-point number.
func (s *state) floatToken() string {
	s.buf = s.buf[:0]
	if s.accept("nN") && s.accept("aA") && s.accept("nN") {
		return string(s.buf)
	}
	s.accept("+-")
	if s.accept("iI") && s.accept("nN") && s.accept("fF") {
		return string(s.buf)
	}
	set, exponent := decimalDigits+"_", "eEpP"
	if s.accept("0") && s.accept("xX") {
		set, exponent = hexDigits+"_", "pP"
	}
	for s.accept(set) {
	}
	if s.accept(".") {
		for s.accept(set) {
		}
	}
	if s.accept(exponent) {
		s.accept("+-")
		for s.accept(decimalDigits + "_") {
		}
	}
	return string(s.buf)
}

// float returns the value of a token. Decimal fractions may have a binary exponent, as %b prints them.
func (s *state) float(token string, bits int) float64 {
	at := -1
	for i := range len(token) {
		switch token[i] {
		case 'p':
			if at < 0 {
				at = i
			}
		case 'x', 'X':
			at = len(token)
		}
	}
	if at < 0 || at == len(token) {
		f, err := strconv.ParseFloat(token, bits)
		if err != nil {
			s.failWith(err)
		}
		return f
	}
	check := func(err error) {
		if err == nil {
			return
		}
		if e, ok := err.(*strconv.NumError); ok {
			e.Num = token
		}
		s.failWith(err)
	}
	f, err := strconv.ParseFloat(token[:at], bits)
	check(err)
	exponent, err := strconv.Atoi(token[at+1:])
	check(err)
	return timesPowerOf2(f, exponent)
}

// timesPowerOf2 returns f times 2 to the power n, rounded once: by way of the hexadecimal form.
func timesPowerOf2(f float64, n int) float64 {
	n = max(min(n, 10000), -10000)
	text := strconv.FormatFloat(f, 'x', -1, 64)
	for i := range len(text) {
		if text[i] == 'p' {
			e, _ := strconv.Atoi(text[i+1:])
			g, _ := strconv.ParseFloat(text[:i+1]+strconv.Itoa(e+n), 64)
			return g
		}
	}
	return f // infinite or not a number
}

func (s *state) complex(verb rune, bits int) complex128 {
	if !has("beEfFgGv", verb) {
		s.failVerb(verb, "complex")
	}
	s.SkipSpace()
	s.needInput()
	parens := s.accept("(")
	re := s.floatToken()
	s.buf = s.buf[:0]
	if !s.accept("+-") {
		s.failWith(errComplex)
	}
	sign := string(s.buf)
	im := s.floatToken()
	if !s.accept("i") || parens && !s.accept(")") {
		s.failWith(errComplex)
	}
	return complex(s.float(re, bits/2), s.float(sign+im, bits/2))
}

// text scans a string: a word, a quoted string or hexadecimal digits.
func (s *state) text(verb rune) string {
	if !has("svqxX", verb) {
		s.failVerb(verb, "string")
	}
	s.SkipSpace()
	s.needInput()
	switch verb {
	case 'q':
		return s.quoted()
	case 'x', 'X':
		return s.hex()
	}
	return string(s.token(true, notSpace))
}

func (s *state) quoted() string {
	switch s.next() {
	case '`':
		for {
			r := s.must()
			if r == '`' {
				return string(s.buf)
			}
			s.buf = append(s.buf, string(r)...)
		}
	case '"':
		s.buf = append(s.buf, '"')
		for {
			r := s.must()
			s.buf = append(s.buf, string(r)...)
			if r == '\\' {
				s.buf = append(s.buf, string(s.must())...)
			} else if r == '"' {
				break
			}
		}
		text, err := strconv.Unquote(string(s.buf))
		if err != nil {
			s.failWith(err)
		}
		return text
	}
	s.fail("expected quoted string")
	return ""
}

func hexValue(r rune) (byte, bool) {
	switch {
	case '0' <= r && r <= '9':
		return byte(r - '0'), true
	case 'a' <= r && r <= 'f':
		return byte(r - 'a' + 10), true
	case 'A' <= r && r <= 'F':
		return byte(r - 'A' + 10), true
	}
	return 0, false
}

func (s *state) hex() string {
	for {
		r := s.next()
		if r == eof {
			break
		}
		hi, ok := hexValue(r)
		if !ok {
			s.UnreadRune()
			break
		}
		lo, ok := hexValue(s.must())
		if !ok {
			s.fail("illegal hex digit")
		}
		s.buf = append(s.buf, hi<<4|lo)
	}
	if len(s.buf) == 0 {
		s.fail("no hex data for %x string")
	}
	return string(s.buf)
}
