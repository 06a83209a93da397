package strconv

// Arithmetic on long integers, for the cases that 128-bit powers of ten do not decide.

// A natural is an integer in words of the given base, the lowest first and the highest not zero.
type natural struct {
	words []uint32
	base  uint64
}

const (
	binary  = 1 << 32
	decimal = 1000000000 // nine digits a word
)

// mulAdd sets n to n*f + a.
func (n *natural) mulAdd(f, a uint32) {
	carry := uint64(a)
	for i, w := range n.words {
		carry += uint64(w) * uint64(f)
		n.words[i] = uint32(carry % n.base)
		carry /= n.base
	}
	for carry != 0 {
		n.words = append(n.words, uint32(carry%n.base))
		carry /= n.base
	}
}

// mulPow multiplies n by f^e, where chunk is the largest power f^size that fits a word.
func (n *natural) mulPow(f, chunk uint32, size, e int) {
	for ; e >= size; e -= size {
		n.mulAdd(chunk, 0)
	}
	for ; e > 0; e-- {
		n.mulAdd(f, 0)
	}
}

func (n *natural) mulPow2(e int)  { n.mulPow(2, 1<<31, 31, e) }
func (n *natural) mulPow5(e int)  { n.mulPow(5, 1220703125, 13, e) }
func (n *natural) mulPow10(e int) { n.mulPow(10, 1000000000, 9, e) }

// compare returns -1, 0 or 1 as n is less than, equal to or greater than o in the same base.
func (n *natural) compare(o *natural) int {
	if len(n.words) != len(o.words) {
		if len(n.words) < len(o.words) {
			return -1
		}
		return 1
	}
	for i := len(n.words) - 1; i >= 0; i-- {
		if n.words[i] != o.words[i] {
			if n.words[i] < o.words[i] {
				return -1
			}
			return 1
		}
	}
	return 0
}

// setWord sets n to v.
func (n *natural) setWord(v uint64) {
	n.words = n.words[:0]
	for v != 0 {
		n.words = append(n.words, uint32(v%n.base))
		v /= n.base
	}
}

// exactDigits returns all decimal digits of m * 2^q for m != 0: the value is 0.digits * 10^dp.
func exactDigits(m uint64, q int) (digits []byte, dp int) {
	for m&1 == 0 {
		m >>= 1
		q++
	}
	n := natural{make([]uint32, 0, 90), decimal}
	n.setWord(m)
	if q >= 0 {
		n.mulPow2(q)
	} else {
		n.mulPow5(-q) // m * 2^q = m * 5^-q * 10^q
	}
	digits = make([]byte, 0, 9*len(n.words))
	for i := len(n.words) - 1; i >= 0; i-- {
		var nine [9]byte
		w := n.words[i]
		for j := 8; j >= 0; j-- {
			nine[j] = byte('0' + w%10)
			w /= 10
		}
		digits = append(digits, nine[:]...)
	}
	start := 0
	for digits[start] == '0' {
		start++
	}
	digits = digits[start:]
	dp = len(digits)
	if q < 0 {
		dp += q
	}
	return digits, dp
}

// roundDigits rounds 0.digits to n digits, half to even. carried reports that it became 1.
func roundDigits(digits []byte, n int) (rounded []byte, carried bool) {
	if n >= len(digits) {
		return digits, false
	}
	if n < 0 {
		return nil, false
	}
	up := digits[n] > '5'
	if digits[n] == '5' {
		up = n > 0 && digits[n-1]&1 != 0
		for _, c := range digits[n+1:] {
			up = up || c != '0'
		}
	}
	digits = digits[:n]
	if !up {
		return digits, false
	}
	for i := n - 1; i >= 0; i-- {
		if digits[i] < '9' {
			digits[i]++
			return digits[:i+1], false
		}
	}
	return append(digits[:0], '1'), true
}
