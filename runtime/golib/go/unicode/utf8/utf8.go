// Package utf8 encodes and decodes text in UTF-8.
package utf8

import (
	"math/bits"
	"unsafe"
)

// Properties of the encoding.
const (
	RuneError = '\uFFFD'     // what invalid bytes decode to
	RuneSelf  = 0x80         // characters below are a single byte
	MaxRune   = '\U0010FFFF' // the largest code point
	UTFMax    = 4            // bytes of the longest encoding
)

const (
	surrogateMin = 0xD800
	surrogateMax = 0xDFFF
)

// A multi-byte encoding starts with 110xxxxx, 1110xxxx or 11110xxx and goes on with bytes
// 10xxxxxx. For some first bytes the second one has a narrower range, so that no code point has two
// encodings and none is a surrogate or beyond MaxRune.

// shape returns the length of the encoding that starts with c and the range of its second byte,
// length 0 if none starts with it.
func shape(c byte) (size int, lo, hi byte) {
	switch {
	case c < 0xC2:
		return 0, 0, 0
	case c < 0xE0:
		return 2, 0x80, 0xBF
	case c == 0xE0:
		return 3, 0xA0, 0xBF
	case c == 0xED:
		return 3, 0x80, 0x9F
	case c < 0xF0:
		return 3, 0x80, 0xBF
	case c == 0xF0:
		return 4, 0x90, 0xBF
	case c < 0xF4:
		return 4, 0x80, 0xBF
	case c == 0xF4:
		return 4, 0x80, 0x8F
	}
	return 0, 0, 0
}

func continuation(c byte) bool { return c&0xC0 == 0x80 }

// RuneStart reports whether b can be the first byte of an encoding, valid or not.
func RuneStart(b byte) bool { return !continuation(b) }

// DecodeRune decodes the first character of p and returns it and its length in bytes: (RuneError,
// 0) if p is empty and (RuneError, 1) if the encoding is invalid.
func DecodeRune(p []byte) (rune, int) {
	if len(p) == 0 {
		return RuneError, 0
	}
	c := p[0]
	if c < RuneSelf {
		return rune(c), 1
	}
	size, lo, hi := shape(c)
	if size == 0 || len(p) < size || p[1] < lo || p[1] > hi {
		return RuneError, 1
	}
	r := rune(p[1] & 0x3F)
	if size == 2 {
		return rune(c&0x1F)<<6 | r, 2
	}
	if !continuation(p[2]) {
		return RuneError, 1
	}
	r = r<<6 | rune(p[2]&0x3F)
	if size == 3 {
		return rune(c&0x0F)<<12 | r, 3
	}
	if !continuation(p[3]) {
		return RuneError, 1
	}
	return rune(c&0x07)<<18 | r<<6 | rune(p[3]&0x3F), 4
}

// DecodeRuneInString is DecodeRune for a string.
func DecodeRuneInString(s string) (rune, int) {
	if len(s) == 0 {
		return RuneError, 0
	}
	c := s[0]
	if c < RuneSelf {
		return rune(c), 1
	}
	size, lo, hi := shape(c)
	if size == 0 || len(s) < size || s[1] < lo || s[1] > hi {
		return RuneError, 1
	}
	r := rune(s[1] & 0x3F)
	if size == 2 {
		return rune(c&0x1F)<<6 | r, 2
	}
	if !continuation(s[2]) {
		return RuneError, 1
	}
	r = r<<6 | rune(s[2]&0x3F)
	if size == 3 {
		return rune(c&0x0F)<<12 | r, 3
	}
	if !continuation(s[3]) {
		return RuneError, 1
	}
	return rune(c&0x07)<<18 | r<<6 | rune(s[3]&0x3F), 4
}

// DecodeLastRune decodes the last character of p; results are as in DecodeRune.
func DecodeLastRune(p []byte) (rune, int) {
	end := len(p)
	if end == 0 {
		return RuneError, 0
	}
	if c := p[end-1]; c < RuneSelf {
		return rune(c), 1
	}
	for size := 2; size <= UTFMax && size <= end; size++ {
		if RuneStart(p[end-size]) {
			if r, n := DecodeRune(p[end-size:]); n == size {
				return r, n
			}
			break
		}
	}
	return RuneError, 1
}

// DecodeLastRuneInString is DecodeLastRune for a string.
func DecodeLastRuneInString(s string) (rune, int) {
	end := len(s)
	if end == 0 {
		return RuneError, 0
	}
	if c := s[end-1]; c < RuneSelf {
		return rune(c), 1
	}
	for size := 2; size <= UTFMax && size <= end; size++ {
		if RuneStart(s[end-size]) {
			if r, n := DecodeRuneInString(s[end-size:]); n == size {
				return r, n
			}
			break
		}
	}
	return RuneError, 1
}

// FullRune reports whether p begins with a whole encoding; an invalid one counts as whole, since
// more bytes would not make it valid.
func FullRune(p []byte) bool {
	if len(p) == 0 {
		return false
	}
	size, lo, hi := shape(p[0])
	if len(p) >= size {
		return true
	}
	if len(p) > 1 && (p[1] < lo || p[1] > hi) {
		return true
	}
	return len(p) > 2 && !continuation(p[2])
}

// FullRuneInString is FullRune for a string.
func FullRuneInString(s string) bool {
	if len(s) == 0 {
		return false
	}
	size, lo, hi := shape(s[0])
	if len(s) >= size {
		return true
	}
	if len(s) > 1 && (s[1] < lo || s[1] > hi) {
		return true
	}
	return len(s) > 2 && !continuation(s[2])
}

// RuneLen returns the length of the encoding of r in bytes, -1 if r is not a valid code point.
func RuneLen(r rune) int {
	switch {
	case r < 0:
		return -1
	case r < 1<<7:
		return 1
	case r < 1<<11:
		return 2
	case surrogateMin <= r && r <= surrogateMax:
		return -1
	case r < 1<<16:
		return 3
	case r <= MaxRune:
		return 4
	}
	return -1
}

// EncodeRune writes the encoding of r to p, which must be long enough, and returns its length. An
// invalid code point is written as RuneError.
func EncodeRune(p []byte, r rune) int {
	switch size := RuneLen(r); size {
	case 1:
		p[0] = byte(r)
		return 1
	case 2:
		p[1] = 0x80 | byte(r)&0x3F
		p[0] = 0xC0 | byte(r>>6)
		return 2
	case 4:
		p[3] = 0x80 | byte(r)&0x3F
		p[2] = 0x80 | byte(r>>6)&0x3F
		p[1] = 0x80 | byte(r>>12)&0x3F
		p[0] = 0xF0 | byte(r>>18)
		return 4
	case -1:
		r = RuneError
	}
	p[2] = 0x80 | byte(r)&0x3F
	p[1] = 0x80 | byte(r>>6)&0x3F
	p[0] = 0xE0 | byte(r>>12)
	return 3
}

// AppendRune appends the encoding of r to p. An invalid code point is written as RuneError.
func AppendRune(p []byte, r rune) []byte {
	if uint32(r) < RuneSelf {
		return append(p, byte(r))
	}
	var buf [UTFMax]byte
	n := EncodeRune(buf[:], r)
	return append(p, buf[:n]...)
}

// RuneCount returns the number of characters in p; each invalid byte counts as one.
func RuneCount(p []byte) int { return RuneCountInString(unsafe.String(unsafe.SliceData(p), len(p))) }

// word returns eight bytes of s.
func word(s string, i int) uint64 { return *(*uint64)(unsafe.Add(unsafe.Pointer(unsafe.StringData(s)), i)) }

// notASCII has the bits of a word that no ASCII character has.
const notASCII = 0x8080808080808080

// ascii returns where the ASCII characters of s that begin at i end, or where less than eight bytes are left.
func ascii(s string, i int) int {
	for i+32 <= len(s) && (word(s, i)|word(s, i+8)|word(s, i+16)|word(s, i+24))&notASCII == 0 {
		i += 32
	}
	for i+8 <= len(s) {
		if w := word(s, i) & notASCII; w != 0 {
			return i + bits.TrailingZeros64(w)/8
		}
		i += 8
	}
	return i
}

// RuneCountInString is RuneCount for a string.
func RuneCountInString(s string) (n int) {
	for i := 0; ; n++ {
		k := ascii(s, i)
		n, i = n+k-i, k
		if i+8 > len(s) {
			for range s[i:] {
				n++
			}
			return n
		}
		_, size := DecodeRuneInString(s[i:])
		i += size
	}
}

// Valid reports whether p is entirely valid UTF-8.
func Valid(p []byte) bool { return ValidString(unsafe.String(unsafe.SliceData(p), len(p))) }

// ValidString is Valid for a string.
func ValidString(s string) bool {
	for i := ascii(s, 0); i < len(s); {
		if s[i] < RuneSelf {
			i++
			continue
		}
		_, size := DecodeRuneInString(s[i:])
		if size == 1 {
			return false
		}
		i = ascii(s, i+size)
	}
	return true
}

// ValidRune reports whether r is a code point that can be encoded.
func ValidRune(r rune) bool {
	return 0 <= r && r < surrogateMin || surrogateMax < r && r <= MaxRune
}
