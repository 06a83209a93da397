// Package bytealg has the searches in bytes that strings and bytes share.
package bytealg

// IndexByte returns the index of the first c in s, -1 if there is none.
func IndexByte(s string, c byte) int {
	for i := 0; i < len(s); i++ {
		if s[i] == c {
			return i
		}
	}
	return -1
}

// LastIndexByte returns the index of the last c in s, -1 if there is none.
func LastIndexByte(s string, c byte) int {
	for i := len(s) - 1; i >= 0; i-- {
		if s[i] == c {
			return i
		}
	}
	return -1
}

// CountByte returns the number of bytes c in s.
func CountByte(s string, c byte) int {
	n := 0
	for i := 0; i < len(s); i++ {
		if s[i] == c {
			n++
		}
	}
	return n
}

// prime is the base of the hashes: that of the FNV hash.
const prime = 16777619

// hash returns a polynomial hash of s, and prime to the power of its length.
func hash(s string) (h, pow uint32) {
	pow = 1
	for i := 0; i < len(s); i++ {
		h = h*prime + uint32(s[i])
		pow *= prime
	}
	return h, pow
}

// Index returns the index of the first sep in s, -1 if there is none.
//
// It looks for the first two bytes of sep and compares the rest. If that fails too often, it goes
// over to comparing hashes (R. Karp, M. Rabin, "Efficient randomized pattern-matching algorithms",
// 1987), which takes linear time whatever the strings are.
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
	c0, c1 := sep[0], sep[1]
	fails := 0
	for i := 0; i <= len(s)-n; i++ {
		if s[i] != c0 {
			skip := IndexByte(s[i+1:len(s)-n+1], c0)
			if skip < 0 {
				return -1
			}
			i += skip + 1
		}
		if s[i+1] != c1 {
			continue
		}
		if s[i:i+n] == sep {
			return i
		}
		fails++
		if fails > 4+i>>4 {
			if at := indexHash(s[i+1:], sep); at >= 0 {
				return i + 1 + at
			}
			return -1
		}
	}
	return -1
}

// indexHash is Index by comparing hashes.
func indexHash(s, sep string) int {
	n := len(sep)
	if n > len(s) {
		return -1
	}
	want, pow := hash(sep)
	h, _ := hash(s[:n])
	for i := 0; ; i++ {
		if h == want && s[i:i+n] == sep {
			return i
		}
		if i+n == len(s) {
			return -1
		}
		h = h*prime + uint32(s[i+n]) - pow*uint32(s[i])
	}
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
	// As in indexHash, from the end: the hash of the reversed strings.
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

// Count returns the number of non-overlapping sep in s; sep must not be empty.
func Count(s, sep string) int {
	if len(sep) == 1 {
		return CountByte(s, sep[0])
	}
	n := 0
	for {
		i := Index(s, sep)
		if i < 0 {
			return n
		}
		n++
		s = s[i+len(sep):]
	}
}
