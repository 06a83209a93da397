package strings

import (
	"internal/bytealg"
	"math/bits"
	"unicode"
	"unicode/utf8"
)

// Split returns the substrings of s between the occurrences of sep; for an empty sep that is the
// characters.
func Split(s, sep string) []string { return split(s, sep, 0, -1) }

// SplitAfter is Split with sep kept at the end of the substrings.
func SplitAfter(s, sep string) []string { return split(s, sep, len(sep), -1) }

// SplitN is Split into at most n substrings, the last of which is the rest; n < 0 stands for all
// and n == 0 gives nil.
func SplitN(s, sep string, n int) []string { return split(s, sep, 0, n) }

// SplitAfterN is SplitN with sep kept at the end of the substrings.
func SplitAfterN(s, sep string, n int) []string { return split(s, sep, len(sep), n) }

// split keeps the first keep bytes of each separator.
func split(s, sep string, keep, n int) []string {
	if n == 0 {
		return nil
	}
	if sep == "" {
		return explode(s, n)
	}
	if n < 0 {
		n = Count(s, sep) + 1
	}
	if n > len(s)+1 {
		n = len(s) + 1
	}
	parts := make([]string, n)
	found := 0
	for ; found < n-1; found++ {
		var i int
		if len(sep) == 1 {
			i = bytealg.IndexByte(s, sep[0])
		} else {
			i = bytealg.Index(s, sep)
		}
		if i < 0 {
			break
		}
		parts[found] = s[:i+keep]
		s = s[i+len(sep):]
	}
	parts[found] = s
	return parts[:found+1]
}

// explode returns the characters of s as strings, at most n of which the last is the rest.
func explode(s string, n int) []string {
	count := utf8.RuneCountInString(s)
	if n < 0 || n > count {
		n = count
	}
	parts := make([]string, n)
	for i := 0; i < n-1; i++ {
		_, size := utf8.DecodeRuneInString(s)
		parts[i] = s[:size]
		s = s[size:]
	}
	if n > 0 {
		parts[n-1] = s
	}
	return parts
}

// Fields returns the substrings of s between runs of white space.
func Fields(s string) []string {
	n, before, all := 0, uint64(1), uint64(0)
	for i := 0; i < len(s); i += 64 {
		spaces, others := bytealg.SpaceBits(s[i:])
		n += bits.OnesCount64(^spaces & (spaces<<1 | before))
		before = spaces >> 63
		all |= others
	}
	if all != 0 {
		return FieldsFunc(s, unicode.IsSpace)
	}
	fields := make([]string, n)
	n, before = 0, 1
	start := -1 // of a field
	for i := 0; i < len(s); i += 64 {
		spaces, _ := bytealg.SpaceBits(s[i:])
		// The bytes that differ from the one before: fields begin and end.
		edges := spaces ^ (spaces<<1 | before)
		before = spaces >> 63
		for ; edges != 0; edges &= edges - 1 {
			at := i + bits.TrailingZeros64(edges)
			if start < 0 {
				start = at
				continue
			}
			fields[n] = s[start:at]
			n++
			start = -1
		}
	}
	if start >= 0 {
		fields[n] = s[start:]
	}
	return fields
}

// asciiSpaces has a 1 for each space.
var asciiSpaces = [256]uint8{'\t': 1, '\n': 1, '\v': 1, '\f': 1, '\r': 1, ' ': 1}

func asciiSpace(c byte) bool { return asciiSpaces[c] != 0 }

// FieldsFunc returns the substrings of s between runs of characters for which f holds.
func FieldsFunc(s string, f func(rune) bool) []string {
	var fields []string
	start := -1
	for i, r := range s {
		if f(r) {
			if start >= 0 {
				fields = append(fields, s[start:i])
				start = -1
			}
		} else if start < 0 {
			start = i
		}
	}
	if start >= 0 {
		fields = append(fields, s[start:])
	}
	if fields == nil {
		fields = []string{}
	}
	return fields
}

// Cut returns what is before and after the first sep in s; if there is none, s and "".
func Cut(s, sep string) (before, after string, found bool) {
	if i := Index(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}

// CutLast returns what is before and after the last sep in s; if there is none, s and "".
func CutLast(s, sep string) (before, after string, found bool) {
	if i := LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}

// CutPrefix returns s without prefix, and whether it was there.
func CutPrefix(s, prefix string) (after string, found bool) {
	if !HasPrefix(s, prefix) {
		return s, false
	}
	return s[len(prefix):], true
}

// CutSuffix returns s without suffix, and whether it was there.
func CutSuffix(s, suffix string) (before string, found bool) {
	if !HasSuffix(s, suffix) {
		return s, false
	}
	return s[:len(s)-len(suffix)], true
}

// Join returns the elements with sep between them.
func Join(elems []string, sep string) string {
	switch len(elems) {
	case 0:
		return ""
	case 1:
		return elems[0]
	}
	size := len(sep) * (len(elems) - 1)
	if len(sep) > 0 && size/len(sep) != len(elems)-1 {
		panic("strings: Join output length overflow")
	}
	for _, e := range elems {
		size += len(e)
		if size < 0 {
			panic("strings: Join output length overflow")
		}
	}
	var b Builder
	b.Grow(size)
	b.WriteString(elems[0])
	for _, e := range elems[1:] {
		b.WriteString(sep)
		b.WriteString(e)
	}
	return b.String()
}

// Repeat returns count copies of s. It panics if count is negative or the result too long.
func Repeat(s string, count int) string {
	if count < 0 {
		panic("strings: negative Repeat count")
	}
	if s == "" || count == 0 {
		return ""
	}
	if len(s) > maxInt/count {
		panic("strings: Repeat output length overflow")
	}
	if count == 1 {
		return s
	}
	size := len(s) * count
	var b Builder
	b.Grow(size)
	b.WriteString(s)
	for b.Len() < size {
		done := b.String()
		if len(done) > size-len(done) {
			done = done[:size-len(done)]
		}
		b.WriteString(done)
	}
	return b.String()
}

const maxInt = 1<<63 - 1
