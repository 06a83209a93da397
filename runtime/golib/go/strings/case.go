package strings

import (
	"unicode"
	"unicode/utf8"
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

// toCase maps s; in ASCII the 26 letters from first on change.
func toCase(s string, first byte, mapping func(rune) rune) string {
	changes := false
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= utf8.RuneSelf {
			return Map(mapping, s)
		}
		changes = changes || c-first < 26
	}
	if !changes {
		return s
	}
	b := []byte(s)
	for i, c := range b {
		if c-first < 26 {
			b[i] = c ^ 0x20
		}
	}
	return asString(b)
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
