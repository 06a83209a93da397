package time

import "errors"

// ParseDuration parses numbers with units one after the other, such as "1h15m30.5s", with an
// optional sign in front. The units are ns, us (or µs), ms, s, m and h.
func ParseDuration(s string) (Duration, error) {
	whole := s
	neg := false
	if s != "" && (s[0] == '-' || s[0] == '+') {
		neg = s[0] == '-'
		s = s[1:]
	}
	if s == "0" {
		return 0, nil
	}
	if s == "" {
		return 0, durationError("invalid duration ", whole)
	}
	const limit = 1 << 63
	var sum uint64
	for s != "" {
		part, rest, problem, unit := parsePart(s)
		switch problem {
		case "":
		case "unknown unit":
			return 0, errors.New("time: unknown unit " + quote(unit) + " in duration " + quote(whole))
		default:
			return 0, durationError(problem, whole)
		}
		sum += part
		if sum > limit {
			return 0, durationError("invalid duration ", whole)
		}
		s = rest
	}
	if neg {
		return -Duration(sum), nil
	}
	if sum > limit-1 {
		return 0, durationError("invalid duration ", whole)
	}
	return Duration(sum), nil
}

func durationError(problem, s string) error {
	return errors.New("time: " + problem + quote(s))
}

// parsePart parses a number and its unit and returns the nanoseconds and the rest.
func parsePart(s string) (ns uint64, rest, problem, unit string) {
	const invalid = "invalid duration "
	const limit = 1 << 63
	i := 0
	var v uint64
	for ; i < len(s) && isDigit(s[i]); i++ {
		if v > limit/10 {
			return 0, "", invalid, ""
		}
		v = v*10 + uint64(s[i]-'0')
		if v > limit {
			return 0, "", invalid, ""
		}
	}
	digits := i
	var frac uint64
	scale := 1.0
	if i < len(s) && s[i] == '.' {
		i++
		full := false // no more digits fit
		for ; i < len(s) && isDigit(s[i]); i++ {
			digits++
			if full {
				continue
			}
			if frac > (limit-1)/10 {
				full = true
				continue
			}
			next := frac*10 + uint64(s[i]-'0')
			if next > limit {
				full = true
				continue
			}
			frac = next
			scale *= 10
		}
	}
	if digits == 0 {
		return 0, "", invalid, ""
	}
	start := i
	for i < len(s) && s[i] != '.' && !isDigit(s[i]) {
		i++
	}
	unit = s[start:i]
	if unit == "" {
		return 0, "", "missing unit in duration ", ""
	}
	size := unitSize(unit)
	if size == 0 {
		return 0, "", "unknown unit", unit
	}
	if v > limit/size {
		return 0, "", invalid, ""
	}
	v *= size
	if frac > 0 {
		v += uint64(float64(frac) * (float64(size) / scale))
		if v > limit {
			return 0, "", invalid, ""
		}
	}
	return v, s[i:], "", ""
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func unitSize(unit string) uint64 {
	switch unit {
	case "ns":
		return uint64(Nanosecond)
	case "us", "µs", "μs": // the sign for micro and the Greek letter
		return uint64(Microsecond)
	case "ms":
		return uint64(Millisecond)
	case "s":
		return uint64(Second)
	case "m":
		return uint64(Minute)
	case "h":
		return uint64(Hour)
	}
	return 0
}
