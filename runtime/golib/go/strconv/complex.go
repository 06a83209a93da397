package strconv

// FormatComplex converts c to the form (a+bi), where a and b are formatted as by FormatFloat; c was
// a complex64 if bitSize is 64, a complex128 if it is 128.
func FormatComplex(c complex128, fmt byte, prec, bitSize int) string {
	if bitSize != 64 && bitSize != 128 {
		panic("invalid bitSize")
	}
	bitSize /= 2
	var buf [64]byte
	b := append(buf[:0], '(')
	b = AppendFloat(b, real(c), fmt, prec, bitSize)
	start := len(b)
	b = AppendFloat(b, imag(c), fmt, prec, bitSize)
	if b[start] != '+' && b[start] != '-' {
		b = append(b, 0)
		copy(b[start+1:], b[start:])
		b[start] = '+'
	}
	return string(append(b, "i)"...))
}

// ParseComplex returns the complex number that s stands for: N, Ni or N±Ni, with or without
// parentheses, where N is a number as for ParseFloat of half the size.
func ParseComplex(s string, bitSize int) (complex128, error) {
	const fn = "ParseComplex"
	size := 64
	if bitSize == 64 {
		size = 32
	}
	whole := s
	if len(s) >= 2 && s[0] == '(' && s[len(s)-1] == ')' {
		s = s[1 : len(s)-1]
	}
	var outside *NumError // a part out of range
	re, n, err := parseFloatPrefix(s, size, fn, whole)
	if err != nil {
		if err.Err != ErrRange {
			return 0, err
		}
		outside = err
	}
	s = s[n:]
	if s == "" {
		return result(complex(re, 0), outside)
	}
	switch s[0] {
	case '+':
		// Without its plus a NaN is a number too; but "++" must stay an error.
		if len(s) > 1 && s[1] != '+' {
			s = s[1:]
		}
	case '-':
	case 'i':
		if len(s) == 1 {
			return result(complex(0, re), outside)
		}
		fallthrough
	default:
		return 0, syntaxError(fn, whole)
	}
	im, n, err := parseFloatPrefix(s, size, fn, whole)
	if err != nil {
		if err.Err != ErrRange {
			return 0, err
		}
		outside = err
	}
	if s[n:] != "i" {
		return 0, syntaxError(fn, whole)
	}
	return result(complex(re, im), outside)
}

func result(c complex128, err *NumError) (complex128, error) {
	if err != nil {
		return c, err
	}
	return c, nil
}
