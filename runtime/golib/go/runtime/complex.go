package runtime

import "unsafe"

// complex128div returns n / m. Compiled code calls it; a complex64 division goes through it too.
//
// The quotient is computed by Smith's method (CACM 5, 435): dividing by the larger part of m first
// keeps the intermediate results in range. Where that yields a NaN, infinities and zeros are
// restored as C99's annex G wants them.
func complex128div(n, m complex128) complex128 {
	a, b, c, d := real(n), imag(n), real(m), imag(m)
	var re, im float64
	if fabs(c) >= fabs(d) {
		ratio := d / c
		denom := c + ratio*d
		re = (a + b*ratio) / denom
		im = (b - a*ratio) / denom
	} else {
		ratio := c / d
		denom := d + ratio*c
		re = (a*ratio + b) / denom
		im = (b*ratio - a) / denom
	}
	if re == re && im == im {
		return complex(re, im)
	}
	switch {
	case m == 0 && (a == a || b == b):
		inf := copysign(finf(), c)
		re, im = inf*a, inf*b
	case (isInf(a) || isInf(b)) && isFinite(c) && isFinite(d):
		a, b = boxInf(a), boxInf(b)
		re, im = finf()*(a*c+b*d), finf()*(b*c-a*d)
	case (isInf(c) || isInf(d)) && isFinite(a) && isFinite(b):
		c, d = boxInf(c), boxInf(d)
		re, im = 0*(a*c+b*d), 0*(b*c-a*d)
	}
	return complex(re, im)
}

const maxFloat64 = 0x1p1023 * (1 + (1 - 0x1p-52))

func finf() float64 {
	max := maxFloat64
	return max * 2
}

func fabs(x float64) float64 { return copysign(x, 1) }

func isInf(x float64) bool { return x > maxFloat64 || x < -maxFloat64 }

func isFinite(x float64) bool { return x-x == 0 }

// boxInf turns an infinity into 1 and anything else into 0, of the same sign.
func boxInf(x float64) float64 {
	if isInf(x) {
		return copysign(1, x)
	}
	return copysign(0, x)
}

// copysign returns x with the sign of s.
func copysign(x, s float64) float64 {
	const sign = 1 << 63
	bits := *(*uint64)(unsafe.Pointer(&x))&^sign | *(*uint64)(unsafe.Pointer(&s))&sign
	return *(*float64)(unsafe.Pointer(&bits))
}
