package strings

import (
	"unicode"
	"unicode/utf8"
)

// Trim returns s without the characters of cutset at both ends.
func Trim(s, cutset string) string { return TrimRight(TrimLeft(s, cutset), cutset) }

// TrimLeft returns s without the characters of cutset at its beginning.
func TrimLeft(s, cutset string) string {
	if set, ok := asciiSetOf(cutset); ok {
		for s != "" && set.has(s[0]) {
			s = s[1:]
		}
		return s
	}
	for s != "" {
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
	if set, ok := asciiSetOf(cutset); ok {
		for s != "" && set.has(s[len(s)-1]) {
			s = s[:len(s)-1]
		}
		return s
	}
	for s != "" {
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
	for s != "" && s[0] < utf8.RuneSelf {
		if !asciiSpace(s[0]) {
			break
		}
		s = s[1:]
	}
	for s != "" && s[len(s)-1] < utf8.RuneSelf {
		if !asciiSpace(s[len(s)-1]) {
			break
		}
		s = s[:len(s)-1]
	}
	if s == "" || s[0] < utf8.RuneSelf && s[len(s)-1] < utf8.RuneSelf {
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
