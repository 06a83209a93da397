// Package bytealg has the searches in bytes that strings and bytes share.
package bytealg

import "unsafe"

// IndexByte returns the index of the first c in s, -1 if there is none.
func IndexByte(s string, c byte) int { return indexByte(s, c) }

// LastIndexByte returns the index of the last c in s, -1 if there is none.
func LastIndexByte(s string, c byte) int { return lastIndexByte(s, c) }

// CountByte returns the number of bytes c in s.
func CountByte(s string, c byte) int { return countByte(s, c) }

// prime is the base of hashes: that of the FNV hash.
const prime = 16777619

// Index returns the index of the first sep in s, -1 if there is none.
func Index(s, sep string) int {
	n := len(sep)
	switch {
	case n == 0:
		return 0
	case n == 1:
		return IndexByte(s, sep[0])
	case n >= len(s):
		if s == sep {
			return 0
		}
		return -1
	}
	return index(s, sep)
}

// LastIndex returns the index of the last sep in s, -1 if there is none.
func LastIndex(s, sep string) int {
	n := len(sep)
	switch {
	case n == 0:
		return len(s)
	case n == 1:
		return LastIndexByte(s, sep[0])
	case n >= len(s):
		if s == sep {
			return 0
		}
		return -1
	}
	// Hashes are compared (R. Karp and M. Rabin, 1987), from the end: those of the reversed strings.
	want, h, pow := uint32(0), uint32(0), uint32(1)
	for i := n - 1; i >= 0; i-- {
		want = want*prime + uint32(sep[i])
		h = h*prime + uint32(s[len(s)-n+i])
		pow *= prime
	}
	for i := len(s) - n; ; i-- {
		if h == want && s[i:i+n] == sep {
			return i
		}
		if i == 0 {
			return -1
		}
		h = h*prime + uint32(s[i-1]) - pow*uint32(s[i-1+n])
	}
}

// SpaceBits returns a bit for each ASCII white space of the first 64 bytes of s, and for each byte that is not ASCII. What is
// missing to 64 bytes is white space.
func SpaceBits(s string) (spaces, others uint64) { return spaceBits(s) }

// maxAlloc is above all sizes that can be allocated.
const maxAlloc = 1 << 48

// MakeNoZero returns an empty slice with room for n bytes, which are to be overwritten.
func MakeNoZero(n int) []byte {
	if uint(n) > maxAlloc {
		return make([]byte, n)
	}
	p, c := makeNoZero(n)
	return unsafe.Slice((*byte)(p), c)[:0]
}

// Count returns the number of non-overlapping sep in s; sep must not be empty.
func Count(s, sep string) int {
	if len(sep) == 1 {
		return CountByte(s, sep[0])
	}
	return count(s, sep)
}
