package math

import "unsafe"

// The parts of a float64.
const (
	signBit  = 1 << 63
	expBits  = 0x7FF
	expBias  = 1023
	fracBits = 52
	fracMask = 1<<fracBits - 1
	infBits  = expBits << fracBits
	nanBits  = 0x7FF8000000000001
)

// Float32bits returns the IEEE 754 representation of f.
func Float32bits(f float32) uint32 { return *(*uint32)(unsafe.Pointer(&f)) }

// Float32frombits returns the number with the IEEE 754 representation b.
func Float32frombits(b uint32) float32 { return *(*float32)(unsafe.Pointer(&b)) }

// Float64bits returns the IEEE 754 representation of f.
func Float64bits(f float64) uint64 { return *(*uint64)(unsafe.Pointer(&f)) }

// Float64frombits returns the number with the IEEE 754 representation b.
func Float64frombits(b uint64) float64 { return *(*float64)(unsafe.Pointer(&b)) }

// Inf returns positive infinity for sign >= 0, else negative infinity.
func Inf(sign int) float64 {
	if sign >= 0 {
		return Float64frombits(infBits)
	}
	return Float64frombits(signBit | infBits)
}

// NaN returns a number that is none.
func NaN() float64 { return Float64frombits(nanBits) }

// IsNaN reports whether f is not a number.
func IsNaN(f float64) (is bool) { return f != f }

// IsInf reports whether f is positive infinity for sign > 0, negative infinity for sign < 0, and
// either for sign == 0.
func IsInf(f float64, sign int) bool {
	return sign >= 0 && f > MaxFloat64 || sign <= 0 && f < -MaxFloat64
}

// Signbit reports whether x is negative or negative zero.
func Signbit(x float64) bool { return Float64bits(x)&signBit != 0 }

// Copysign returns f with the sign of sign.
func Copysign(f, sign float64) float64 {
	return Float64frombits(Float64bits(f)&^signBit | Float64bits(sign)&signBit)
}

// Abs returns the absolute value of x.
func Abs(x float64) float64 { return Float64frombits(Float64bits(x) &^ signBit) }

// normalize returns y and e with y * 2^e = x and y not subnormal.
func normalize(x float64) (y float64, e int) {
	if Abs(x) < 0x1p-1022 {
		return x * (1 << fracBits), -fracBits
	}
	return x, 0
}

// Frexp returns frac and exp with frac * 2^exp = f and 0.5 <= |frac| < 1; zeros, infinities and NaN
// come back with exp 0.
func Frexp(f float64) (frac float64, exp int) {
	if f == 0 || IsInf(f, 0) || IsNaN(f) {
		return f, 0
	}
	f, exp = normalize(f)
	b := Float64bits(f)
	exp += int(b>>fracBits)&expBits - expBias + 1
	return Float64frombits(b&^(expBits<<fracBits) | (expBias-1)<<fracBits), exp
}

// Ldexp returns frac * 2^exp.
func Ldexp(frac float64, exp int) float64 {
	if frac == 0 || IsInf(frac, 0) || IsNaN(frac) {
		return frac
	}
	frac, e := normalize(frac)
	exp += e
	b := Float64bits(frac)
	exp += int(b>>fracBits)&expBits - expBias
	switch {
	case exp < -1075:
		return Copysign(0, frac)
	case exp > 1023:
		return Copysign(Inf(1), frac)
	}
	scale := 1.0
	if exp < -1022 { // subnormal: the last step rounds
		exp += 53
		scale = 0x1p-53
	}
	return scale * Float64frombits(b&^(expBits<<fracBits)|uint64(exp+expBias)<<fracBits)
}

// Logb returns the binary exponent of x.
func Logb(x float64) float64 {
	switch {
	case x == 0:
		return Inf(-1)
	case IsInf(x, 0):
		return Inf(1)
	case IsNaN(x):
		return x
	}
	return float64(Ilogb(x))
}

// Ilogb returns the binary exponent of x: MinInt32 for zeros, MaxInt32 for infinities and NaN.
func Ilogb(x float64) int {
	switch {
	case x == 0:
		return MinInt32
	case IsInf(x, 0), IsNaN(x):
		return MaxInt32
	}
	_, exp := Frexp(x)
	return exp - 1
}

// Nextafter returns the next number after x in the direction of y.
func Nextafter(x, y float64) (r float64) {
	switch {
	case IsNaN(x) || IsNaN(y):
		return NaN()
	case x == y:
		return x
	case x == 0:
		return Copysign(Float64frombits(1), y)
	case (y > x) == (x > 0):
		return Float64frombits(Float64bits(x) + 1)
	}
	return Float64frombits(Float64bits(x) - 1)
}

// Nextafter32 returns the next float32 after x in the direction of y.
func Nextafter32(x, y float32) (r float32) {
	switch {
	case x != x || y != y:
		return float32(NaN())
	case x == y:
		return x
	case x == 0:
		return float32(Copysign(float64(Float32frombits(1)), float64(y)))
	case (y > x) == (x > 0):
		return Float32frombits(Float32bits(x) + 1)
	}
	return Float32frombits(Float32bits(x) - 1)
}
