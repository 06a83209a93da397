package strconv

import (
	"math/bits"
	"unsafe"
)

const (
	lowerDigits = "0123456789abcdefghijklmnopqrstuvwxyz"
	upperHex    = "0123456789ABCDEF"

	// twoDigits are the numbers 00 to 99 one after the other.
	twoDigits = "00010203040506070809" +
		"10111213141516171819" +
		"20212223242526272829" +
		"30313233343536373839" +
		"40414243444546474849" +
		"50515253545556575859" +
		"60616263646566676869" +
		"70717273747576777879" +
		"80818283848586878889" +
		"90919293949596979899"
)

// Itoa returns i in decimal.
func Itoa(i int) string { return FormatInt(int64(i), 10) }

// FormatInt returns i in the given base, 2 to 36, with lower-case letters for digits above 9.
func FormatInt(i int64, base int) string {
	if 0 <= i && i < 100 && base == 10 {
		return small(int(i))
	}
	var buf [65]byte
	return string(buf[formatInt(&buf, i, base):])
}

// FormatUint returns i in the given base, 2 to 36.
func FormatUint(i uint64, base int) string {
	if i < 100 && base == 10 {
		return small(int(i))
	}
	var buf [65]byte
	return string(buf[formatBits(&buf, i, base):])
}

// AppendInt appends the result of FormatInt to dst.
func AppendInt(dst []byte, i int64, base int) []byte {
	if base == 10 {
		return appendSigned(dst, i)
	}
	return appendInBase(dst, i < 0, uint64(i), base)
}

func appendSigned(dst []byte, i int64) []byte {
	if i < 0 {
		dst = append(dst, '-')
		i = -i
	}
	return appendDecimal(dst, uint64(i))
}

// AppendUint appends the result of FormatUint to dst.
func AppendUint(dst []byte, i uint64, base int) []byte {
	switch base {
	case 10:
		return appendDecimal(dst, i)
	case 16:
		return appendHexDigits(dst, i)
	}
	return appendInBase(dst, false, i, base)
}

// appendInBase appends v, of a signed number that is negative if neg says so. It stands apart because of its buffer.
//
//go:noinline
func appendInBase(dst []byte, neg bool, v uint64, base int) []byte {
	if neg {
		dst = append(dst, '-')
		v = -v
	}
	var buf [65]byte
	return append(dst, buf[formatBits(&buf, v, base):]...)
}

// room returns dst longer by n <= 20 bytes, which are to be overwritten.
func room(dst []byte, n int) []byte {
	if end := len(dst) + n; end <= cap(dst) {
		return dst[:end]
	}
	return longer(dst, n)
}

// longer is room where there is none.
//
//go:noinline
func longer(dst []byte, n int) []byte { return append(dst, "00000000000000000000"[:n]...) }

// appendDecimal appends v in decimal.
func appendDecimal(dst []byte, v uint64) []byte {
	if v < 10 {
		return append(dst, byte('0'+v))
	}
	if v < 100 {
		dst = room(dst, 2)
		putPair(unsafe.Pointer(&dst[len(dst)-2]), uint32(v))
		return dst
	}
	n := decimalLen(v)
	dst = room(dst, n)
	putDigits(unsafe.Pointer(&dst[len(dst)-n]), n, v)
	return dst
}

// appendHexDigits appends v in hexadecimal.
func appendHexDigits(dst []byte, v uint64) []byte {
	n := (bits.Len64(v|1) + 3) / 4
	dst = room(dst, n)
	to := unsafe.Pointer(&dst[len(dst)-n])
	for ; n > 0; v >>= 4 {
		n--
		*(*byte)(unsafe.Add(to, n)) = lowerDigits[v&15]
	}
	return dst
}

// small returns a number below 100, which needs no memory of its own.
func small(i int) string {
	if i < 10 {
		return lowerDigits[i : i+1]
	}
	return twoDigits[2*i : 2*i+2]
}

// formatInt is formatBits with a sign.
func formatInt(buf *[65]byte, v int64, base int) int {
	if v >= 0 {
		return formatBits(buf, uint64(v), base)
	}
	i := formatBits(buf, -uint64(v), base) - 1
	buf[i] = '-'
	return i
}

// formatDecimal writes v to the end of buf and returns the index of its first digit. Four digits a
// step, since a step waits for the division before.
func formatDecimal(buf *[65]byte, v uint64) int {
	i := len(buf)
	for v >= 10000 {
		next := v / 10000
		four := uint32(v - next*10000)
		two := four / 100
		i -= 4
		putTwo(buf, i, two)
		putTwo(buf, i+2, four-two*100)
		v = next
	}
	rest := uint32(v)
	if rest >= 100 {
		two := rest / 100
		i -= 2
		putTwo(buf, i, rest-two*100)
		rest = two
	}
	if rest < 10 {
		i--
		buf[i] = byte('0' + rest)
		return i
	}
	i -= 2
	putTwo(buf, i, rest)
	return i
}

// putTwo writes n < 100 as two digits at index i, which must not be the last.
func putTwo(buf *[65]byte, i int, n uint32) { putPair(unsafe.Pointer(&buf[i]), n) }

// formatBits writes v to the end of buf and returns the index of its first digit.
func formatBits(buf *[65]byte, v uint64, base int) int {
	if base == 10 {
		return formatDecimal(buf, v)
	}
	i := len(buf)
	switch {
	case base < 2 || base > len(lowerDigits):
		panic("strconv: illegal AppendInt/FormatInt base")
	case base&(base-1) == 0:
		shift := uint(bits.TrailingZeros(uint(base))) & 7
		for {
			i--
			buf[i] = lowerDigits[v&(1<<shift-1)]
			v >>= shift
			if v == 0 {
				break
			}
		}
	default:
		b := uint64(base)
		for {
			q := v / b
			i--
			buf[i] = lowerDigits[v-q*b]
			v = q
			if v == 0 {
				break
			}
		}
	}
	return i
}
