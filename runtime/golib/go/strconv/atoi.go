package strconv

// IntSize is the size of an int in bits.
const IntSize = 64

// ParseBool returns the boolean that str stands for: 1, t, T, TRUE, true, True, 0, f, F, FALSE,
// false, False; anything else is an error.
func ParseBool(str string) (bool, error) {
	switch str {
	case "1", "t", "T", "true", "TRUE", "True":
		return true, nil
	case "0", "f", "F", "false", "FALSE", "False":
		return false, nil
	}
	return false, syntaxError("ParseBool", str)
}

// FormatBool returns "true" or "false".
func FormatBool(b bool) string {
	if b {
		return "true"
	}
	return "false"
}

// AppendBool appends "true" or "false" to dst.
func AppendBool(dst []byte, b bool) []byte { return append(dst, FormatBool(b)...) }

// digit returns the value of a digit up to base 36, or a larger number.
func digit(c byte) byte {
	switch {
	case '0' <= c && c <= '9':
		return c - '0'
	case 'a' <= c|0x20 && c|0x20 <= 'z':
		return c | 0x20 - 'a' + 10
	}
	return 255
}

// ParseUint returns the number that s stands for in the given base, 2 to 36. For base 0 a prefix
// of s (0b, 0o, 0, 0x) decides, and there may be underscores as in Go. The number must fit bitSize
// bits, 0 for those of an int; if it does not, the largest one is returned with an ErrRange.
func ParseUint(s string, base int, bitSize int) (uint64, error) {
	v, reason := parseUint(s, &base, &bitSize)
	switch reason {
	case badSyntax:
		return 0, syntaxError("ParseUint", s)
	case badBase:
		return 0, baseError("ParseUint", s, base)
	case badSize:
		return 0, bitSizeError("ParseUint", s, bitSize)
	case badRange:
		return v, rangeError("ParseUint", s)
	}
	return v, nil
}

// Why parseUint fails.
const (
	badSyntax = iota + 1
	badBase
	badSize
	badRange
)

func parseUint(s string, basep, bitSizep *int) (v uint64, reason int) {
	base, bitSize := *basep, *bitSizep
	if s == "" {
		return 0, badSyntax
	}
	prefixed := base == 0
	digits := s
	switch {
	case 2 <= base && base <= 36:
	case base == 0:
		base, digits = basePrefix(s)
	default:
		return 0, badBase
	}
	if bitSize == 0 {
		bitSize = IntSize
	} else if bitSize < 0 || bitSize > 64 {
		return 0, badSize
	}
	max := uint64(1)<<uint(bitSize) - 1
	if base == 10 && len(digits) <= safeDigits {
		if v, ok := parseDecimal(digits); ok {
			if v > max {
				return max, badRange
			}
			return v, 0
		}
	}
	limit := ^uint64(0)/uint64(base) + 1 // the smallest v for which v*base overflows
	underscores := false
	for i := 0; i < len(digits); i++ {
		c := digits[i]
		if c == '_' && prefixed {
			underscores = true
			continue
		}
		d := digit(c)
		if int(d) >= base {
			return 0, badSyntax
		}
		if v >= limit {
			return max, badRange
		}
		v *= uint64(base)
		sum := v + uint64(d)
		if sum < v || sum > max {
			return max, badRange
		}
		v = sum
	}
	if underscores && !underscoresOK(s) {
		return 0, badSyntax
	}
	return v, 0
}

// safeDigits is the number of decimal digits that any word can hold.
const safeDigits = 19

// parseDecimal returns the number that at most safeDigits digits stand for; ok is false if there is
// anything else among them.
func parseDecimal(digits string) (v uint64, ok bool) {
	for i := 0; i < len(digits); i++ {
		d := digits[i] - '0'
		if d > 9 {
			return 0, false
		}
		v = v*10 + uint64(d)
	}
	return v, true
}

// basePrefix returns the base that a literal's prefix stands for, and what follows the prefix.
func basePrefix(s string) (base int, digits string) {
	if s[0] != '0' {
		return 10, s
	}
	if len(s) >= 3 {
		switch s[1] | 0x20 {
		case 'b':
			return 2, s[2:]
		case 'o':
			return 8, s[2:]
		case 'x':
			return 16, s[2:]
		}
	}
	return 8, s[1:]
}

// ParseInt is ParseUint for a number with an optional sign; out of range it returns the nearest
// number of bitSize bits.
func ParseInt(s string, base int, bitSize int) (i int64, err error) {
	return parseInt("ParseInt", s, base, bitSize)
}

func parseInt(fn, s string, base, bitSize int) (int64, error) {
	digits, neg := s, false
	if s != "" && (s[0] == '+' || s[0] == '-') {
		neg = s[0] == '-'
		digits = s[1:]
	}
	v, reason := parseUint(digits, &base, &bitSize)
	switch reason {
	case badSyntax:
		return 0, syntaxError(fn, s)
	case badBase:
		return 0, baseError(fn, s, base)
	case badSize:
		return 0, bitSizeError(fn, s, bitSize)
	}
	if bitSize == 0 {
		bitSize = IntSize
	}
	limit := uint64(1) << uint(bitSize-1)
	switch {
	case !neg && v >= limit:
		return int64(limit - 1), rangeError(fn, s)
	case neg && v > limit:
		return -int64(limit), rangeError(fn, s)
	case neg:
		return -int64(v), nil
	}
	return int64(v), nil
}

// Atoi is ParseInt in base 10 for an int.
func Atoi(s string) (int, error) {
	if n := len(s); 0 < n && n < 19 { // no overflow possible
		digits := s
		if s[0] == '-' || s[0] == '+' {
			digits = s[1:]
		}
		v := 0
		for i := 0; i < len(digits); i++ {
			c := digits[i] - '0'
			if c > 9 {
				return 0, syntaxError("Atoi", s)
			}
			v = v*10 + int(c)
		}
		if digits == "" {
			return 0, syntaxError("Atoi", s)
		}
		if s[0] == '-' {
			v = -v
		}
		return v, nil
	}
	v, err := parseInt("Atoi", s, 10, 0)
	return int(v), err
}

// underscoresOK reports whether the underscores in a number stand between digits, where a base
// prefix counts as a digit.
func underscoresOK(s string) bool {
	if s != "" && (s[0] == '-' || s[0] == '+') {
		s = s[1:]
	}
	hex, before := false, false // before: the byte before is a digit or the prefix
	if len(s) >= 2 && s[0] == '0' {
		switch s[1] | 0x20 {
		case 'b', 'o', 'x':
			hex = s[1]|0x20 == 'x'
			before = true
			s = s[2:]
		}
	}
	pending := false // an underscore that no digit follows yet
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case '0' <= c && c <= '9', hex && 'a' <= c|0x20 && c|0x20 <= 'f':
			before, pending = true, false
		case c == '_':
			if !before {
				return false
			}
			before, pending = false, true
		default:
			if pending {
				return false
			}
			before = false
		}
	}
	return !pending
}
