// Package bytes has functions on byte slices that hold UTF-8 text. Most do what the functions of
// the same name in strings do, and look at the bytes as a string for that.
package bytes

import (
	"strings"
	"unicode"
	"unicode/utf8"
	"unsafe"
)

// view returns b as a string that is only used while b does not change.
func view(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

// Equal reports whether a and b hold the same bytes; nil is equal to an empty slice.
func Equal(a, b []byte) bool { return string(a) == string(b) }

// Compare returns -1, 0 or 1 as a is less than, equal to or greater than b.
func Compare(a, b []byte) int { return strings.Compare(view(a), view(b)) }

// Clone returns a copy of b, nil for nil.
func Clone(b []byte) []byte {
	if b == nil {
		return nil
	}
	return append([]byte{}, b...)
}

// Contains reports whether subslice is within b.
func Contains(b, subslice []byte) bool { return Index(b, subslice) >= 0 }

// ContainsAny reports whether one of the characters in chars is within b.
func ContainsAny(b []byte, chars string) bool { return IndexAny(b, chars) >= 0 }

// ContainsRune reports whether r is within b.
func ContainsRune(b []byte, r rune) bool { return IndexRune(b, r) >= 0 }

// ContainsFunc reports whether f holds for a character in b.
func ContainsFunc(b []byte, f func(rune) bool) bool { return IndexFunc(b, f) >= 0 }

// Count returns the number of sep in s that do not overlap; for an empty sep that is one more than
// there are characters.
func Count(s, sep []byte) int { return strings.Count(view(s), view(sep)) }

// HasPrefix reports whether s begins with prefix.
func HasPrefix(s, prefix []byte) bool { return strings.HasPrefix(view(s), view(prefix)) }

// HasSuffix reports whether s ends with suffix.
func HasSuffix(s, suffix []byte) bool { return strings.HasSuffix(view(s), view(suffix)) }

// Index returns the index of the first sep in s, -1 if there is none.
func Index(s, sep []byte) int { return strings.Index(view(s), view(sep)) }

// IndexAny returns the index of the first character in s that is in chars, -1 if there is none.
func IndexAny(s []byte, chars string) int { return strings.IndexAny(view(s), chars) }

// IndexByte returns the index of the first c in b, -1 if there is none.
func IndexByte(b []byte, c byte) int { return strings.IndexByte(view(b), c) }

// IndexFunc returns the index of the first character in s for which f holds, -1 if there is none.
func IndexFunc(s []byte, f func(r rune) bool) int { return strings.IndexFunc(view(s), f) }

// IndexRune returns the index of the first r in s, -1 if there is none.
func IndexRune(s []byte, r rune) int { return strings.IndexRune(view(s), r) }

// LastIndex returns the index of the last sep in s, -1 if there is none.
func LastIndex(s, sep []byte) int { return strings.LastIndex(view(s), view(sep)) }

// LastIndexAny returns the index of the last character in s that is in chars, -1 if there is none.
func LastIndexAny(s []byte, chars string) int { return strings.LastIndexAny(view(s), chars) }

// LastIndexByte returns the index of the last c in s, -1 if there is none.
func LastIndexByte(s []byte, c byte) int { return strings.LastIndexByte(view(s), c) }

// LastIndexFunc returns the index of the last character in s for which f holds, -1 if there is
// none.
func LastIndexFunc(s []byte, f func(r rune) bool) int { return strings.LastIndexFunc(view(s), f) }

// EqualFold reports whether s and t are equal under simple Unicode case folding.
func EqualFold(s, t []byte) bool { return strings.EqualFold(view(s), view(t)) }

// Runes returns the characters of s.
func Runes(s []byte) []rune {
	runes := make([]rune, 0, utf8.RuneCount(s))
	for _, r := range view(s) {
		runes = append(runes, r)
	}
	return runes
}

// Split returns the parts of s between the occurrences of sep; for an empty sep that is the
// characters.
func Split(s, sep []byte) [][]byte { return split(s, sep, 0, -1) }

// SplitAfter is Split with sep kept at the end of the parts.
func SplitAfter(s, sep []byte) [][]byte { return split(s, sep, len(sep), -1) }

// SplitN is Split into at most n parts, the last of which is the rest; n < 0 stands for all and
// n == 0 gives nil.
func SplitN(s, sep []byte, n int) [][]byte { return split(s, sep, 0, n) }

// SplitAfterN is SplitN with sep kept at the end of the parts.
func SplitAfterN(s, sep []byte, n int) [][]byte { return split(s, sep, len(sep), n) }

// split keeps the first keep bytes of each separator.
func split(s, sep []byte, keep, n int) [][]byte {
	if n == 0 {
		return nil
	}
	count := Count(s, sep) + 1
	if len(sep) == 0 { // the characters: the separators are between them
		count -= 2
	}
	if n < 0 || n > count {
		n = count
	}
	if n < 0 {
		n = 0
	}
	parts := make([][]byte, 0, n)
	for len(parts) < n-1 {
		at := 0
		if len(sep) > 0 {
			at = Index(s, sep)
		} else {
			_, at = utf8.DecodeRune(s)
		}
		end := at + keep
		parts = append(parts, s[:end:end])
		s = s[at+len(sep):]
	}
	if n > 0 {
		parts = append(parts, s)
	}
	return parts
}

// Fields returns the parts of s between runs of white space.
func Fields(s []byte) [][]byte { return FieldsFunc(s, unicode.IsSpace) }

// FieldsFunc returns the parts of s between runs of characters for which f holds.
func FieldsFunc(s []byte, f func(rune) bool) [][]byte {
	fields := [][]byte{}
	start := -1
	for i, r := range view(s) {
		if f(r) {
			if start >= 0 {
				fields = append(fields, s[start:i:i])
				start = -1
			}
		} else if start < 0 {
			start = i
		}
	}
	if start >= 0 {
		fields = append(fields, s[start:len(s):len(s)])
	}
	return fields
}

// Join returns a new slice of the elements of s with sep between them.
func Join(s [][]byte, sep []byte) []byte {
	if len(s) == 0 {
		return []byte{}
	}
	size := len(sep) * (len(s) - 1)
	for _, part := range s {
		size += len(part)
		if size < 0 {
			panic("bytes: Join output length overflow")
		}
	}
	if len(s) == 1 {
		return append([]byte(nil), s[0]...)
	}
	joined := append(make([]byte, 0, size), s[0]...)
	for _, part := range s[1:] {
		joined = append(joined, sep...)
		joined = append(joined, part...)
	}
	return joined
}

// Repeat returns a new slice of count copies of b. It panics if count is negative or the result too
// long.
func Repeat(b []byte, count int) []byte {
	if count == 0 {
		return []byte{}
	}
	if count < 0 {
		panic("bytes: negative Repeat count")
	}
	const maxInt = 1<<63 - 1
	if len(b) > maxInt/count {
		panic("bytes: Repeat output length overflow")
	}
	size := len(b) * count
	repeated := make([]byte, size)
	n := copy(repeated, b)
	for n > 0 && n < size {
		n += copy(repeated[n:], repeated[:n])
	}
	return repeated
}

// Cut returns what is before and after the first sep in s; if there is none, s and nil.
func Cut(s, sep []byte) (before, after []byte, found bool) {
	if i := Index(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, nil, false
}

// CutLast returns what is before and after the last sep in s; if there is none, s and nil.
func CutLast(s, sep []byte) (before, after []byte, found bool) {
	if i := LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, nil, false
}

// CutPrefix returns s without prefix, and whether it was there.
func CutPrefix(s, prefix []byte) (after []byte, found bool) {
	if !HasPrefix(s, prefix) {
		return s, false
	}
	return s[len(prefix):], true
}

// CutSuffix returns s without suffix, and whether it was there.
func CutSuffix(s, suffix []byte) (before []byte, found bool) {
	if !HasSuffix(s, suffix) {
		return s, false
	}
	return s[:len(s)-len(suffix)], true
}

// ReplaceAll returns a copy of s with all old replaced by new.
func ReplaceAll(s, old, new []byte) []byte { return Replace(s, old, new, -1) }

// Replace returns a copy of s with the first n old that do not overlap replaced by new, all if
// n < 0. An empty old is found at the beginning and behind each character.
func Replace(s, old, new []byte, n int) []byte {
	m := 0
	if n != 0 {
		m = Count(s, old)
	}
	if m == 0 {
		return append([]byte(nil), s...)
	}
	if n < 0 || m < n {
		n = m
	}
	replaced := make([]byte, 0, len(s)+n*(len(new)-len(old)))
	for i := range n {
		at := 0
		if len(old) > 0 {
			at = Index(s, old)
		} else if i > 0 {
			_, at = utf8.DecodeRune(s)
		}
		replaced = append(replaced, s[:at]...)
		replaced = append(replaced, new...)
		s = s[at+len(old):]
	}
	return append(replaced, s...)
}
