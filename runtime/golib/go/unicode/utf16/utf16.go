// Package utf16 encodes and decodes UTF-16: characters from 0x10000 on are pairs of surrogates.
package utf16

const (
	highFrom = 0xD800 // first surrogate of a pair
	lowFrom  = 0xDC00 // second surrogate
	lowEnd   = 0xE000

	pairsFrom = 0x10000
	maxRune   = '\U0010FFFF'

	replacement = '\uFFFD'
)

// IsSurrogate reports whether r is a surrogate.
func IsSurrogate(r rune) bool { return highFrom <= r && r < lowEnd }

// DecodeRune returns the character of a pair of surrogates, U+FFFD if it is none.
func DecodeRune(r1, r2 rune) rune {
	if highFrom <= r1 && r1 < lowFrom && lowFrom <= r2 && r2 < lowEnd {
		return (r1-highFrom)<<10 | (r2 - lowFrom) + pairsFrom
	}
	return replacement
}

// EncodeRune returns the pair of surrogates of r; twice U+FFFD if it needs none.
func EncodeRune(r rune) (r1, r2 rune) {
	if r < pairsFrom || r > maxRune {
		return replacement, replacement
	}
	r -= pairsFrom
	return highFrom + r>>10&0x3ff, lowFrom + r&0x3ff
}

// RuneLen returns the number of 16-bit words of r, -1 if it cannot be encoded.
func RuneLen(r rune) int {
	switch {
	case 0 <= r && r < highFrom, lowEnd <= r && r < pairsFrom:
		return 1
	case pairsFrom <= r && r <= maxRune:
		return 2
	}
	return -1
}

// Encode returns the encoding of s.
func Encode(s []rune) []uint16 {
	n := len(s)
	for _, r := range s {
		if r >= pairsFrom {
			n++
		}
	}
	a := make([]uint16, 0, n)
	for _, r := range s {
		a = AppendRune(a, r)
	}
	return a
}

// AppendRune appends the encoding of r; of U+FFFD if it cannot be encoded.
func AppendRune(a []uint16, r rune) []uint16 {
	switch RuneLen(r) {
	case 1:
		return append(a, uint16(r))
	case 2:
		r1, r2 := EncodeRune(r)
		return append(a, uint16(r1), uint16(r2))
	}
	return append(a, replacement)
}

// Decode returns the characters that s encodes; surrogates alone become U+FFFD.
func Decode(s []uint16) []rune {
	a := make([]rune, 0, len(s))
	for i := 0; i < len(s); i++ {
		r := rune(s[i])
		if IsSurrogate(r) {
			if i+1 < len(s) {
				r = DecodeRune(r, rune(s[i+1]))
			} else {
				r = replacement
			}
			if r != replacement {
				i++
			}
		}
		a = append(a, r)
	}
	return a
}
