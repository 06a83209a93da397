package bytes

import (
	"strings"
	"unicode"
)

// part returns the part of s that the function trim of strings leaves; nil if nothing is left.
func part(s []byte, left, right int) []byte {
	if left >= right {
		return nil
	}
	return s[left:right]
}

// Trim returns s without the characters of cutset at both ends.
func Trim(s []byte, cutset string) []byte {
	if len(s) == 0 {
		return nil
	}
	if cutset == "" {
		return s
	}
	left := len(s) - len(strings.TrimLeft(view(s), cutset))
	right := len(strings.TrimRight(view(s), cutset))
	return part(s, left, right)
}

// TrimLeft returns s without the characters of cutset at its beginning.
func TrimLeft(s []byte, cutset string) []byte {
	if len(s) == 0 {
		return nil
	}
	return part(s, len(s)-len(strings.TrimLeft(view(s), cutset)), len(s))
}

// TrimRight returns s without the characters of cutset at its end.
func TrimRight(s []byte, cutset string) []byte {
	if len(s) == 0 || cutset == "" {
		return s
	}
	return s[:len(strings.TrimRight(view(s), cutset))]
}

// TrimSpace returns s without the white space at both ends.
func TrimSpace(s []byte) []byte {
	left := len(s) - len(strings.TrimLeftFunc(view(s), unicode.IsSpace))
	right := len(strings.TrimRightFunc(view(s), unicode.IsSpace))
	return part(s, left, right)
}

// TrimFunc returns s without the characters at both ends for which f holds.
func TrimFunc(s []byte, f func(r rune) bool) []byte {
	return TrimRightFunc(TrimLeftFunc(s, f), f)
}

// TrimLeftFunc returns s without the characters at its beginning for which f holds.
func TrimLeftFunc(s []byte, f func(r rune) bool) []byte {
	return part(s, len(s)-len(strings.TrimLeftFunc(view(s), f)), len(s))
}

// TrimRightFunc returns s without the characters at its end for which f holds.
func TrimRightFunc(s []byte, f func(r rune) bool) []byte {
	return s[:len(strings.TrimRightFunc(view(s), f))]
}

// TrimPrefix returns s without prefix, if it is there.
func TrimPrefix(s, prefix []byte) []byte {
	s, _ = CutPrefix(s, prefix)
	return s
}

// TrimSuffix returns s without suffix, if it is there.
func TrimSuffix(s, suffix []byte) []byte {
	s, _ = CutSuffix(s, suffix)
	return s
}

// fresh returns the bytes of a string that may share memory with the argument.
func fresh(s string) []byte { return []byte(s) }

// Map returns a copy of s with each character replaced by what mapping returns for it; characters
// for which that is negative are dropped.
func Map(mapping func(r rune) rune, s []byte) []byte { return fresh(strings.Map(mapping, view(s))) }

// ToUpper returns a copy of s with all letters in upper case.
func ToUpper(s []byte) []byte { return fresh(strings.ToUpper(view(s))) }

// ToLower returns a copy of s with all letters in lower case.
func ToLower(s []byte) []byte { return fresh(strings.ToLower(view(s))) }

// ToTitle returns a copy of s with all letters in title case.
func ToTitle(s []byte) []byte { return fresh(strings.ToTitle(view(s))) }

// Title returns a copy of s with the first letters of words in title case.
//
// Deprecated: it is kept for old programs.
func Title(s []byte) []byte { return fresh(strings.Title(view(s))) }

// ToValidUTF8 returns a copy of s with each run of invalid bytes replaced by replacement.
func ToValidUTF8(s, replacement []byte) []byte {
	return fresh(strings.ToValidUTF8(view(s), view(replacement)))
}

// ToUpperSpecial is ToUpper by the rules of c.
func ToUpperSpecial(c unicode.SpecialCase, s []byte) []byte {
	return fresh(strings.ToUpperSpecial(c, view(s)))
}

// ToLowerSpecial is ToLower by the rules of c.
func ToLowerSpecial(c unicode.SpecialCase, s []byte) []byte {
	return fresh(strings.ToLowerSpecial(c, view(s)))
}

// ToTitleSpecial is ToTitle by the rules of c.
func ToTitleSpecial(c unicode.SpecialCase, s []byte) []byte {
	return fresh(strings.ToTitleSpecial(c, view(s)))
}
