package strings

import (
	"cmp"
	"internal/bytealg"
	"unicode"
	"unicode/utf8"
	"unsafe"
)

// Clone returns a copy of s with memory of its own.
func Clone(s string) string {
	if s == "" {
		return ""
	}
	return string([]byte(s))
}

// Compare returns -1, 0 or 1 as a is less than, equal to or greater than b.
func Compare(a, b string) int {
	if unsafe.StringData(a) == unsafe.StringData(b) { // one begins with the other
		return cmp.Compare(len(a), len(b))
	}
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// Contains reports whether substr is within s.
func Contains(s, substr string) bool { return Index(s, substr) >= 0 }

// ContainsAny reports whether one of the characters in chars is within s.
func ContainsAny(s, chars string) bool { return IndexAny(s, chars) >= 0 }

// ContainsRune reports whether r is within s.
func ContainsRune(s string, r rune) bool { return IndexRune(s, r) >= 0 }

// ContainsFunc reports whether f holds for a character in s.
func ContainsFunc(s string, f func(rune) bool) bool { return IndexFunc(s, f) >= 0 }

// HasPrefix reports whether s begins with prefix.
func HasPrefix(s, prefix string) bool {
	return len(s) >= len(prefix) && s[:len(prefix)] == prefix
}

// HasSuffix reports whether s ends with suffix.
func HasSuffix(s, suffix string) bool {
	return len(s) >= len(suffix) && s[len(s)-len(suffix):] == suffix
}

// Count returns the number of substr in s that do not overlap; for an empty substr that is one more
// than there are characters.
func Count(s, substr string) int {
	if substr == "" {
		return utf8.RuneCountInString(s) + 1
	}
	return bytealg.Count(s, substr)
}

// Index returns the index of the first substr in s, -1 if there is none.
func Index(s, substr string) int { return bytealg.Index(s, substr) }

// LastIndex returns the index of the last substr in s, -1 if there is none.
func LastIndex(s, substr string) int { return bytealg.LastIndex(s, substr) }

// IndexByte returns the index of the first c in s, -1 if there is none.
func IndexByte(s string, c byte) int { return bytealg.IndexByte(s, c) }

// LastIndexByte returns the index of the last c in s, -1 if there is none.
func LastIndexByte(s string, c byte) int { return bytealg.LastIndexByte(s, c) }

// IndexRune returns the index of the first r in s, -1 if there is none. utf8.RuneError stands for
// any invalid bytes too.
func IndexRune(s string, r rune) int {
	switch {
	case 0 <= r && r < utf8.RuneSelf:
		return IndexByte(s, byte(r))
	case r == utf8.RuneError:
		for i, c := range s {
			if c == utf8.RuneError {
				return i
			}
		}
		return -1
	case !utf8.ValidRune(r):
		return -1
	}
	var buf [utf8.UTFMax]byte // not string(r), which is allocated
	n := utf8.EncodeRune(buf[:], r)
	return Index(s, unsafe.String(&buf[0], n))
}

// An asciiSet tells which bytes are in it; those that are no ASCII characters never are.
type asciiSet [256]bool

// fill adds some characters; it returns false if there are others than ASCII's.
func (set *asciiSet) fill(chars string) bool {
	for i := range len(chars) {
		if chars[i] >= utf8.RuneSelf {
			return false
		}
		set[chars[i]] = true
	}
	return true
}

// worthSet is the length of a string from which it pays to make a set of the characters that are looked for.
const worthSet = 12

// IndexAny returns the index of the first character in s that is in chars, -1 if there is none.
func IndexAny(s, chars string) int {
	if chars == "" {
		return -1
	}
	if len(s) >= worthSet {
		if set := new(asciiSet); set.fill(chars) {
			for i := range len(s) {
				if set[s[i]] {
					return i
				}
			}
			return -1
		}
	}
	for i, c := range s {
		if IndexRune(chars, c) >= 0 {
			return i
		}
	}
	return -1
}

// LastIndexAny returns the index of the last character in s that is in chars, -1 if there is none.
func LastIndexAny(s, chars string) int {
	if chars == "" {
		return -1
	}
	if len(s) >= worthSet {
		if set := new(asciiSet); set.fill(chars) {
			for i := len(s) - 1; i >= 0; i-- {
				if set[s[i]] {
					return i
				}
			}
			return -1
		}
	}
	for end := len(s); end > 0; {
		r, size := utf8.DecodeLastRuneInString(s[:end])
		end -= size
		if IndexRune(chars, r) >= 0 {
			return end
		}
	}
	return -1
}

// IndexFunc returns the index of the first character in s for which f holds, -1 if there is none.
func IndexFunc(s string, f func(rune) bool) int { return indexFunc(s, f, true) }

// LastIndexFunc returns the index of the last character in s for which f holds, -1 if there is
// none.
func LastIndexFunc(s string, f func(rune) bool) int { return lastIndexFunc(s, f, true) }

// indexFunc returns the index of the first character for which f returns want.
func indexFunc(s string, f func(rune) bool, want bool) int {
	for i, r := range s {
		if f(r) == want {
			return i
		}
	}
	return -1
}

func lastIndexFunc(s string, f func(rune) bool, want bool) int {
	for end := len(s); end > 0; {
		r, size := utf8.DecodeLastRuneInString(s[:end])
		end -= size
		if f(r) == want {
			return end
		}
	}
	return -1
}

// EqualFold reports whether s and t are equal under simple Unicode case folding.
func EqualFold(s, t string) bool {
	for i := range min(len(s), len(t)) {
		a, b := s[i], t[i]
		if (a | b) >= utf8.RuneSelf {
			return equalFold(s[i:], t[i:])
		}
		if a == b {
			continue
		}
		if lower := a | 0x20; lower != b|0x20 || lower < 'a' || lower > 'z' {
			return false
		}
	}
	return len(s) == len(t) // the rest of one is no character of the other's
}

// equalFold is EqualFold for what may have any characters.
func equalFold(s, t string) bool {
	for s != "" && t != "" {
		sr, tr := rune(s[0]), rune(t[0])
		ss, ts := 1, 1
		if sr >= utf8.RuneSelf {
			sr, ss = utf8.DecodeRuneInString(s)
		}
		if tr >= utf8.RuneSelf {
			tr, ts = utf8.DecodeRuneInString(t)
		}
		s, t = s[ss:], t[ts:]
		if sr != tr && !sameFold(sr, tr) {
			return false
		}
	}
	return s == t // both are empty
}

// sameFold reports whether two different characters are equal under simple case folding.
func sameFold(a, b rune) bool {
	if a > b {
		a, b = b, a
	}
	if b < utf8.RuneSelf {
		return 'A' <= a && a <= 'Z' && b == a+'a'-'A'
	}
	r := unicode.SimpleFold(a)
	for r != a && r < b {
		r = unicode.SimpleFold(r)
	}
	return r == b
}
