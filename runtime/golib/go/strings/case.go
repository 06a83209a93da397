package strings

import (
	"unicode"
	"unicode/utf8"
	"unsafe"
)

// Map returns s with each character replaced by what mapping returns for it; characters for which
// that is negative are dropped. If nothing changes, s itself is returned.
func Map(mapping func(rune) rune, s string) string {
	for i, c := range s {
		r := mapping(c)
		if r == c && c != utf8.RuneError {
			continue
		}
		size := 0
		if c == utf8.RuneError {
			c, size = utf8.DecodeRuneInString(s[i:])
			if size != 1 && r == c {
				continue
			}
		} else {
			size = utf8.RuneLen(c)
		}
		return mapRest(mapping, s[:i], r, s[i+size:])
	}
	return s
}

// mapRest returns head, r and what mapping makes of tail.
func mapRest(mapping func(rune) rune, head string, r rune, tail string) string {
	var b Builder
	b.Grow(len(head) + len(tail) + utf8.UTFMax)
	b.WriteString(head)
	if r >= 0 {
		b.WriteRune(r)
	}
	for _, c := range tail {
		if r := mapping(c); r >= 0 {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// ToUpper returns s with all letters in upper case.
func ToUpper(s string) string { return toCase(s, 'a', unicode.ToUpper) }

// ToLower returns s with all letters in lower case.
func ToLower(s string) string { return toCase(s, 'A', unicode.ToLower) }

// toCase maps s; in ASCII the 26 letters from first on change, eight bytes at a time.
func toCase(s string, first byte, mapping func(rune) rune) string {
	i, letters := 0, uint64(0)
	for ; i+8 <= len(s); i += 8 {
		w := *(*uint64)(unsafe.Add(unsafe.Pointer(unsafe.StringData(s)), i))
		if w&(eachByte*utf8.RuneSelf) != 0 {
			return Map(mapping, s)
		}
		letters |= lettersFrom(w, first)
	}
	for ; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return Map(mapping, s)
		}
		letters |= lettersFrom(uint64(s[i]), first)
	}
	if letters == 0 {
		return s
	}
	b := []byte(s)
	i = 0
	for ; i+8 <= len(b); i += 8 {
		w := (*uint64)(unsafe.Pointer(&b[i]))
		*w ^= lettersFrom(*w, first) >> 2 // 0x80 to 0x20
	}
	for ; i < len(b); i++ {
		b[i] ^= byte(lettersFrom(uint64(b[i]), first) >> 2)
	}
	return asString(b)
}

// eachByte has 1 in each byte.
const eachByte = 0x0101010101010101

// lettersFrom returns 0x80 for each byte of eight ASCII characters that is one of the 26 from first on: the highest bit of a
// byte shows what is at least first, or beyond the last.
func lettersFrom(w uint64, first byte) uint64 {
	atLeast := w + eachByte*uint64(utf8.RuneSelf-first)
	beyond := w + eachByte*uint64(utf8.RuneSelf-26-first)
	return atLeast &^ beyond & (eachByte * utf8.RuneSelf)
}

// ToTitle returns s with all letters in title case.
func ToTitle(s string) string { return Map(unicode.ToTitle, s) }

// ToUpperSpecial is ToUpper by the rules of c.
func ToUpperSpecial(c unicode.SpecialCase, s string) string { return Map(c.ToUpper, s) }

// ToLowerSpecial is ToLower by the rules of c.
func ToLowerSpecial(c unicode.SpecialCase, s string) string { return Map(c.ToLower, s) }

// ToTitleSpecial is ToTitle by the rules of c.
func ToTitleSpecial(c unicode.SpecialCase, s string) string { return Map(c.ToTitle, s) }

// Title returns s with the first letters of words in title case. Words are told apart by a simple
// rule that does not know about punctuation.
//
// Deprecated: it is kept for old programs.
func Title(s string) string {
	previous := ' '
	return Map(func(r rune) rune {
		if wordBoundary(previous) {
			previous = r
			return unicode.ToTitle(r)
		}
		previous = r
		return r
	}, s)
}

func wordBoundary(r rune) bool {
	if r <= 0x7F {
		return r != '_' && !('0' <= r && r <= '9') && !('a' <= r|0x20 && r|0x20 <= 'z')
	}
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && unicode.IsSpace(r)
}

// ToValidUTF8 returns s with each run of invalid bytes replaced by replacement.
func ToValidUTF8(s, replacement string) string {
	if utf8.ValidString(s) {
		return s
	}
	var b Builder
	b.Grow(len(s) + len(replacement))
	inside := false // a run of invalid bytes
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && size == 1 {
			if !inside {
				b.WriteString(replacement)
			}
			inside = true
		} else {
			inside = false
			b.WriteString(s[i : i+size])
		}
		i += size
	}
	return b.String()
}
