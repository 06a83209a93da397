package cmplx

import "math"

// Asin returns the inverse sine of x.
func Asin(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case im == 0 && math.Abs(re) <= 1:
		return complex(math.Asin(re), im)
	case re == 0 && math.Abs(im) <= 1:
		return complex(re, math.Asinh(im))
	case math.IsNaN(im) && re == 0:
		return complex(re, math.NaN())
	case math.IsNaN(im) && isInf(re):
		return complex(math.NaN(), re)
	case math.IsNaN(im):
		return NaN()
	case isInf(im) && math.IsNaN(re):
		return x
	case isInf(im) && isInf(re):
		return complex(signOf(math.Pi/4, re), im)
	case isInf(im):
		return complex(zeroOf(re), im)
	case isInf(re):
		return complex(signOf(math.Pi/2, re), signOf(re, im))
	}
	square := x * x
	root := Sqrt(complex(1-real(square), -imag(square)))
	return timesMinusI(Log(timesI(x) + root))
}

// Asinh returns the inverse hyperbolic sine of x.
func Asinh(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case im == 0 && math.Abs(re) <= 1:
		return complex(math.Asinh(re), im)
	case re == 0 && math.Abs(im) <= 1:
		return complex(re, math.Asin(im))
	case isInf(re) && isInf(im):
		return complex(re, signOf(math.Pi/4, im))
	case isInf(re) && math.IsNaN(im):
		return x
	case isInf(re):
		return complex(re, zeroOf(im))
	case math.IsNaN(re) && im == 0:
		return x
	case math.IsNaN(re) && isInf(im):
		return complex(im, re)
	case math.IsNaN(re):
		return NaN()
	case isInf(im):
		return complex(signOf(im, re), signOf(math.Pi/2, im))
	}
	square := x * x
	return Log(x + Sqrt(complex(1+real(square), imag(square))))
}

// Acos returns the inverse cosine of x.
func Acos(x complex128) complex128 {
	w := Asin(x)
	return complex(math.Pi/2-real(w), -imag(w))
}

// Acosh returns the inverse hyperbolic cosine of x.
func Acosh(x complex128) complex128 {
	if x == 0 {
		return complex(0, signOf(math.Pi/2, imag(x)))
	}
	w := Acos(x)
	if imag(w) <= 0 {
		return timesI(w)
	}
	return timesMinusI(w)
}

// Atan returns the inverse tangent of x.
func Atan(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case im == 0:
		return complex(math.Atan(re), im)
	case re == 0 && math.Abs(im) <= 1:
		return complex(re, math.Atanh(im))
	case isInf(im) && math.IsNaN(re):
		return complex(math.NaN(), zeroOf(im))
	case isInf(im) || isInf(re):
		return complex(signOf(math.Pi/2, re), zeroOf(im))
	case math.IsNaN(re) || math.IsNaN(im):
		return NaN()
	}
	square := re * re
	a := 1 - square - im*im
	if a == 0 {
		return NaN()
	}
	w := reducePi(0.5 * math.Atan2(2*re, a))
	t := im - 1
	b := square + t*t
	if b == 0 {
		return NaN()
	}
	t = im + 1
	return complex(w, 0.25*math.Log((square+t*t)/b))
}

// Atanh returns the inverse hyperbolic tangent of x.
func Atanh(x complex128) complex128 { return timesMinusI(Atan(timesI(x))) }
