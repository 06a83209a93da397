package math

// Trunc returns the integer part of x.
func Trunc(x float64) float64 {
	b := Float64bits(x)
	switch e := int(b>>fracBits)&expBits - expBias; {
	case e < 0:
		return Float64frombits(b & signBit)
	case e < fracBits:
		return Float64frombits(b &^ (fracMask >> uint(e)))
	}
	return x
}

// Floor returns the largest integer that is not greater than x.
func Floor(x float64) float64 {
	t := Trunc(x)
	if x < t || x < 0 && t != x {
		return t - 1
	}
	return t
}

// Ceil returns the smallest integer that is not less than x.
func Ceil(x float64) float64 {
	t := Trunc(x)
	if x > 0 && t != x {
		return t + 1
	}
	return t
}

// Round returns the nearest integer, halves away from zero.
func Round(x float64) float64 {
	t := Trunc(x)
	if Abs(x-t) >= 0.5 {
		return t + Copysign(1, x)
	}
	return t
}

// RoundToEven returns the nearest integer, halves to the even one.
func RoundToEven(x float64) float64 {
	if Abs(x) >= 1<<fracBits || x != x {
		return x
	}
	const shift = 1 << fracBits // leaves no bits for a fraction
	s := Copysign(shift, x)
	return Copysign(x+s-s, x)
}

// Modf returns the integer and the fraction that add up to f, both with its sign.
func Modf(f float64) (integer float64, fractional float64) {
	integer = Trunc(f)
	if IsInf(f, 0) {
		return f, NaN()
	}
	return integer, Copysign(f-integer, f)
}

// Max returns the larger of x and y; NaN if one is NaN, and +0 of two zeros with different signs.
func Max(x, y float64) float64 {
	switch {
	case IsInf(x, 1) || IsInf(y, 1):
		return Inf(1)
	case IsNaN(x) || IsNaN(y):
		return NaN()
	case x == 0 && x == y:
		if Signbit(x) {
			return y
		}
		return x
	case x > y:
		return x
	}
	return y
}

// Min returns the smaller of x and y; NaN if one is NaN, and -0 of two zeros with different signs.
func Min(x, y float64) float64 {
	switch {
	case IsInf(x, -1) || IsInf(y, -1):
		return Inf(-1)
	case IsNaN(x) || IsNaN(y):
		return NaN()
	case x == 0 && x == y:
		if Signbit(x) {
			return x
		}
		return y
	case x < y:
		return x
	}
	return y
}

// Dim returns the larger of x-y and 0.
func Dim(x, y float64) float64 {
	v := x - y
	if v <= 0 {
		return 0
	}
	return v
}

// Mod returns the remainder of x/y with the sign of x. It is exact.
func Mod(x, y float64) float64 {
	if y == 0 || IsInf(x, 0) || IsNaN(x) || IsNaN(y) {
		return NaN()
	}
	y = Abs(y)
	r := Abs(x)
	yf, ye := Frexp(y)
	for r >= y {
		rf, re := Frexp(r)
		if rf < yf {
			re--
		}
		r -= Ldexp(y, re-ye)
	}
	return Copysign(r, x)
}

// Remainder returns the difference of x and the multiple of y nearest to it, halves to the even
// multiple. It is exact.
func Remainder(x, y float64) float64 {
	switch {
	case IsNaN(x) || IsNaN(y) || IsInf(x, 0) || y == 0:
		return NaN()
	case IsInf(y, 0):
		return x
	}
	neg := Signbit(x)
	x, y = Abs(x), Abs(y)
	if x == y {
		if neg {
			return Copysign(0, -1)
		}
		return 0
	}
	if y <= MaxFloat64/2 {
		x = Mod(x, y+y)
	}
	if y < 0x1p-1021 { // y/2 would not be exact
		if x+x > y {
			x -= y
			if x+x >= y {
				x -= y
			}
		}
	} else if half := 0.5 * y; x > half {
		x -= y
		if x >= half {
			x -= y
		}
	}
	if neg {
		return -x
	}
	return x
}

// Hypot returns Sqrt(p*p + q*q) without overflow on the way.
func Hypot(p, q float64) float64 {
	p, q = Abs(p), Abs(q)
	switch {
	case IsInf(p, 1) || IsInf(q, 1):
		return Inf(1)
	case IsNaN(p) || IsNaN(q):
		return NaN()
	}
	if p < q {
		p, q = q, p
	}
	if p == 0 {
		return 0
	}
	q /= p
	return p * Sqrt(1+q*q)
}
