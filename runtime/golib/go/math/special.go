package math

// poly evaluates a polynomial at x, from its constant term on, by Horner's rule.
func poly(x float64, c []float64) float64 {
	v := c[len(c)-1]
	for i := len(c) - 2; i >= 0; i-- {
		v = c[i] + x*v
	}
	return v
}

// highPoly is poly with coefficients from the highest power on.
func highPoly(x float64, c []float64) float64 {
	v := c[0]
	for _, k := range c[1:] {
		v = v*x + k
	}
	return v
}

// odd returns f(|x|) with the sign of x.
func odd(x float64, f func(float64) float64) float64 {
	if x < 0 {
		return -f(-x)
	}
	return f(x)
}

// The inverse hyperbolic functions are those of FreeBSD's msun (Sun Microsystems, 1993).

// Asinh returns the inverse hyperbolic sine of x.
func Asinh(x float64) float64 {
	const large, small = 1 << 28, 1.0 / (1 << 28)
	if IsNaN(x) || IsInf(x, 0) {
		return x
	}
	return odd(x, func(x float64) float64 {
		switch {
		case x > large:
			return Log(x) + Ln2
		case x > 2:
			return Log(2*x + 1/(Sqrt(x*x+1)+x))
		case x < small:
			return x
		}
		return Log1p(x + x*x/(1+Sqrt(1+x*x)))
	})
}

// Acosh returns the inverse hyperbolic cosine of x; NaN for x < 1.
func Acosh(x float64) float64 {
	switch {
	case x < 1 || IsNaN(x):
		return NaN()
	case x == 1:
		return 0
	case x >= 1<<28:
		return Log(x) + Ln2
	case x > 2:
		return Log(2*x - 1/(x+Sqrt(x*x-1)))
	}
	t := x - 1
	return Log1p(t + Sqrt(2*t+t*t))
}

// Atanh returns the inverse hyperbolic tangent of x; NaN outside [-1, 1].
func Atanh(x float64) float64 {
	switch {
	case x < -1 || x > 1 || IsNaN(x):
		return NaN()
	case x == 1:
		return Inf(1)
	case x == -1:
		return Inf(-1)
	}
	return odd(x, func(x float64) float64 {
		switch {
		case x < 1.0/(1<<28):
			return x
		case x < 0.5:
			t := x + x
			return 0.5 * Log1p(t+t*x/(1-x))
		}
		return 0.5 * Log1p((x+x)/(1-x))
	})
}

// Erf returns the error function of x.
func Erf(x float64) float64 {
	const (
		tiny  = 2.848094538889218e-306
		small = 1.0 / (1 << 28)
		efx   = 1.28379167095512586316e-01
		efx8  = 1.02703333676410069053e+00
	)
	switch {
	case IsNaN(x):
		return NaN()
	case IsInf(x, 1):
		return 1
	case IsInf(x, -1):
		return -1
	}
	return odd(x, func(x float64) float64 {
		switch {
		case x < tiny:
			return 0.125 * (8.0*x + efx8*x)
		case x < small:
			return x + efx*x
		case x < 0.84375:
			return x + x*erfSmall(x)
		case x < 1.25:
			return erx + erfMiddle(x)
		case x >= 6:
			return 1
		}
		return 1 - erfTail(x)/x
	})
}

// Erfc returns 1 - Erf(x), without the loss of digits for large x.
func Erfc(x float64) float64 {
	switch {
	case IsNaN(x):
		return NaN()
	case IsInf(x, 1):
		return 0
	case IsInf(x, -1):
		return 2
	}
	a := Abs(x)
	switch {
	case a < 0.84375:
		var t float64
		switch {
		case a < 1.0/(1<<56):
			t = a
		case a < 0.25:
			t = a + a*erfSmall(a)
		default:
			t = 0.5 + (a*erfSmall(a) + (a - 0.5))
		}
		if x < 0 {
			return 1 + t
		}
		return 1 - t
	case a < 1.25:
		if x < 0 {
			return 1 + erx + erfMiddle(a)
		}
		return 1 - erx - erfMiddle(a)
	case x < -6:
		return 2
	case a >= 28:
		return 0
	}
	t := erfTail(a)
	if x < 0 {
		return 2 - t/a
	}
	return t / a
}

// erx is an approximation of the middle of the range around 1.
const erx = 8.45062911510467529297e-01

func erfSmall(x float64) float64 {
	z := x * x
	return poly(z, erfP[:]) / poly(z, erfQ[:])
}

func erfMiddle(x float64) float64 {
	s := x - 1
	return poly(s, erfPA[:]) / poly(s, erfQA[:])
}

// erfTail returns x*erfc(x) for x >= 1.25.
func erfTail(x float64) float64 {
	s := 1 / (x * x)
	var q float64
	if x < 1/0.35 {
		q = poly(s, erfRA[:]) / poly(s, erfSA[:])
	} else {
		q = poly(s, erfRB[:]) / poly(s, erfSB[:])
	}
	z := Float64frombits(Float64bits(x) &^ (1<<32 - 1)) // x with fewer bits: z*z is exact
	return Exp(-z*z-0.5625) * Exp((z-x)*(z+x)+q)
}

// Erfinv returns the inverse of Erf; NaN outside [-1, 1].
func Erfinv(x float64) float64 {
	if IsNaN(x) || x <= -1 || x >= 1 {
		if x == -1 || x == 1 {
			return Inf(int(x))
		}
		return NaN()
	}
	return odd(x, func(x float64) float64 {
		if x <= 0.85 {
			r := 0.180625 - 0.25*x*x
			return (x * poly(r, erfinvA[:])) / poly(r, erfinvB[:])
		}
		r := Sqrt(Ln2 - Log(1.0-x))
		if r <= 5 {
			r -= 1.6
			return poly(r, erfinvC[:]) / poly(r, erfinvD[:])
		}
		r -= 5
		return poly(r, erfinvE[:]) / poly(r, erfinvF[:])
	})
}

// Erfcinv returns the inverse of Erfc.
func Erfcinv(x float64) float64 { return Erfinv(1 - x) }
