package bits

// Add returns x + y + carry, and the carry out of the sum; carry is 0 or 1.
func Add(x, y, carry uint) (sum, carryOut uint) {
	s, c := Add64(uint64(x), uint64(y), uint64(carry))
	return uint(s), uint(c)
}

// Add32 returns x + y + carry, and the carry out of the sum; carry is 0 or 1.
func Add32(x, y, carry uint32) (sum, carryOut uint32) {
	s := uint64(x) + uint64(y) + uint64(carry)
	return uint32(s), uint32(s >> 32)
}

// Add64 returns x + y + carry, and the carry out of the sum; carry is 0 or 1.
func Add64(x, y, carry uint64) (sum, carryOut uint64) {
	sum = x + y + carry
	// The top bit carries if both operands have it, or if one has it and the sum lost it.
	return sum, (x&y | (x|y)&^sum) >> 63
}

// Sub returns x - y - borrow, and the borrow out of the difference; borrow is 0 or 1.
func Sub(x, y, borrow uint) (diff, borrowOut uint) {
	d, b := Sub64(uint64(x), uint64(y), uint64(borrow))
	return uint(d), uint(b)
}

// Sub32 returns x - y - borrow, and the borrow out of the difference; borrow is 0 or 1.
func Sub32(x, y, borrow uint32) (diff, borrowOut uint32) {
	d := uint64(x) - uint64(y) - uint64(borrow)
	return uint32(d), uint32(d>>32) & 1
}

// Sub64 returns x - y - borrow, and the borrow out of the difference; borrow is 0 or 1.
func Sub64(x, y, borrow uint64) (diff, borrowOut uint64) {
	diff = x - y - borrow
	return diff, (^x&y | ^(x^y)&diff) >> 63
}

// Mul returns the product of x and y in two words.
func Mul(x, y uint) (hi, lo uint) {
	h, l := Mul64(uint64(x), uint64(y))
	return uint(h), uint(l)
}

// Mul32 returns the product of x and y in two words.
func Mul32(x, y uint32) (hi, lo uint32) {
	p := uint64(x) * uint64(y)
	return uint32(p >> 32), uint32(p)
}

// Mul64 returns the product of x and y in two words.
func Mul64(x, y uint64) (hi, lo uint64) {
	const low = 1<<32 - 1
	x1, x0, y1, y0 := x>>32, x&low, y>>32, y&low
	middle := x1*y0 + x0*y0>>32 // cannot overflow
	return x1*y1 + middle>>32 + (middle&low+x0*y1)>>32, x * y
}

// runtimeError is the panic of a division that has no result.
type runtimeError string

func (e runtimeError) RuntimeError() {}

func (e runtimeError) Error() string { return "runtime error: " + string(e) }

// check panics if the quotient of hi:lo and y does not fit a word.
func check(hi, y uint64) {
	if y == 0 {
		panic(runtimeError("integer divide by zero"))
	}
	if y <= hi {
		panic(runtimeError("integer overflow"))
	}
}

// Div returns quotient and remainder of hi:lo and y. It panics for y == 0 and y <= hi.
func Div(hi, lo, y uint) (quo, rem uint) {
	q, r := Div64(uint64(hi), uint64(lo), uint64(y))
	return uint(q), uint(r)
}

// Div32 returns quotient and remainder of hi:lo and y. It panics for y == 0 and y <= hi.
func Div32(hi, lo, y uint32) (quo, rem uint32) {
	check(uint64(hi), uint64(y))
	x := uint64(hi)<<32 | uint64(lo)
	return uint32(x / uint64(y)), uint32(x % uint64(y))
}

// Div64 returns quotient and remainder of hi:lo and y. It panics for y == 0 and y <= hi.
func Div64(hi, lo, y uint64) (quo, rem uint64) {
	check(hi, y)
	return divWide(hi, lo, y)
}

// Rem returns the remainder of hi:lo and y. It panics for y == 0.
func Rem(hi, lo, y uint) uint { return uint(Rem64(uint64(hi), uint64(lo), uint64(y))) }

// Rem32 returns the remainder of hi:lo and y. It panics for y == 0.
func Rem32(hi, lo, y uint32) uint32 {
	return uint32((uint64(hi)<<32 | uint64(lo)) % uint64(y))
}

// Rem64 returns the remainder of hi:lo and y. It panics for y == 0.
func Rem64(hi, lo, y uint64) uint64 {
	_, rem := Div64(hi%y, lo, y)
	return rem
}
