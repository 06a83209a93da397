package strings

import (
	"unicode"
	"unicode/utf8"
)

// Trim returns s without the characters of cutset at both ends.
func Trim(s, cutset string) string { return TrimRight(TrimLeft(s, cutset), cutset) }

// hasByte reports whether the ASCII character c is in s, which is short.
func hasByte(s string, c byte) bool {
	for i := range len(s) {
		if s[i] == c {
			return true
		}
	}
	return false
}

// TrimLeft returns s without the characters of cutset at its beginning.
func TrimLeft(s, cutset string) string {
	for s != "" {
		if c := s[0]; c < utf8.RuneSelf {
			if !hasByte(cutset, c) {
				break
			}
			s = s[1:]
			continue
		}
		r, size := utf8.DecodeRuneInString(s)
		if IndexRune(cutset, r) < 0 {
			break
		}
		s = s[size:]
	}
	return s
}

// TrimRight returns s without the characters of cutset at its end.
func TrimRight(s, cutset string) string {
	for s != "" {
		if c := s[len(s)-1]; c < utf8.RuneSelf {
			if !hasByte(cutset, c) {
				break
			}
			s = s[:len(s)-1]
			continue
		}
		r, size := utf8.DecodeLastRuneInString(s)
		if IndexRune(cutset, r) < 0 {
			break
		}
		s = s[:len(s)-size]
	}
	return s
}

// TrimFunc returns s without the characters at both ends for which f holds.
func TrimFunc(s string, f func(rune) bool) string {
	return TrimRightFunc(TrimLeftFunc(s, f), f)
}

// TrimLeftFunc returns s without the characters at its beginning for which f holds.
func TrimLeftFunc(s string, f func(rune) bool) string {
	i := indexFunc(s, f, false)
	if i < 0 {
		return ""
	}
	return s[i:]
}

// TrimRightFunc returns s without the characters at its end for which f holds.
func TrimRightFunc(s string, f func(rune) bool) string {
	i := lastIndexFunc(s, f, false)
	if i < 0 {
		return ""
	}
	_, size := utf8.DecodeRuneInString(s[i:])
	return s[:i+size]
}

// TrimSpace returns s without the white space at both ends.
func TrimSpace(s string) string {
	start, end := 0, len(s)
	for start < end && asciiSpace(s[start]) {
		start++
	}
	for start < end && asciiSpace(s[end-1]) {
		end--
	}
	s = s[start:end]
	if s == "" || (s[0]|s[len(s)-1]) < utf8.RuneSelf {
		return s
	}
	return TrimFunc(s, unicode.IsSpace)
}

// TrimPrefix returns s without prefix, if it is there.
func TrimPrefix(s, prefix string) string {
	s, _ = CutPrefix(s, prefix)
	return s
}

// TrimSuffix returns s without suffix, if it is there.
func TrimSuffix(s, suffix string) string {
	s, _ = CutSuffix(s, suffix)
	return s
}
