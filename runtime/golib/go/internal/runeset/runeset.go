// Package runeset looks characters up in sorted tables that are string constants: such a table
// costs a program its bytes and a compiler one token.
package runeset

// A table starts with the number n of its 16-bit entries as two bytes. Then come n entries of two
// bytes, for characters below 0x10000, and entries of three bytes for the others; all are
// big-endian. The entries are the ends of ranges in ascending order, alternately the first
// character in a range and the first one behind it.

// Has reports whether r is in one of the table's ranges.
func Has(table string, r rune) bool {
	if uint32(r) < 0x10000 {
		n := int(table[0])<<8 | int(table[1])
		return below(table[2:2+2*n], 2, uint32(r))&1 != 0
	}
	n := int(table[0])<<8 | int(table[1])
	return below(table[2+2*n:], 3, uint32(r))&1 != 0
}

// below returns the number of entries of size bytes in t that are at most r.
func below(t string, size int, r uint32) int {
	lo, hi := 0, len(t)/size
	for lo < hi {
		mid := int(uint(lo+hi) / 2)
		if entry(t, size, mid) <= r {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

func entry(t string, size, i int) uint32 {
	i *= size
	v := uint32(t[i])<<8 | uint32(t[i+1])
	if size == 3 {
		v = v<<8 | uint32(t[i+2])
	}
	return v
}
