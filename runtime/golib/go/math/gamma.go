package math

// stirling returns two factors of the gamma function for x > 33, by Stirling's formula. They are apart
// because their product may overflow where what it is used for does not.
func stirling(x float64) (float64, float64) {
	const sqrtTwoPi, maxPow = 2.506628274631000502417, 143.01608
	if x > 200 {
		return Inf(1), 1
	}
	w := 1 / x
	w = 1 + w*highPoly(w, gammaStirling[:])
	e := Exp(x)
	if x > maxPow {
		v := Pow(x, 0.5*x-0.25)
		return v, sqrtTwoPi * w * (v / e)
	}
	return Pow(x, x-0.5) / e, sqrtTwoPi * w * 1.0
}

func isNegativeInteger(x float64) bool { return x < 0 && Floor(x) == x && !IsInf(x, -1) }

// Gamma returns the gamma function of x (the algorithm of S. L. Moshier's Cephes library).
func Gamma(x float64) float64 {
	switch {
	case isNegativeInteger(x) || IsInf(x, -1) || IsNaN(x):
		return NaN()
	case IsInf(x, 1):
		return Inf(1)
	case x == 0:
		return Copysign(Inf(1), x)
	}
	q := Abs(x)
	if q > 33 {
		if x >= 0 {
			a, b := stirling(x)
			return a * b
		}
		return reflectedGamma(q)
	}
	// The argument is brought to [2, 3).
	z := 1.0
	for x >= 3 {
		x--
		z *= x
	}
	for x < 0 {
		if x > -1e-09 {
			return gammaNearZero(x, z)
		}
		z /= x
		x++
	}
	for x < 2 {
		if x < 1e-09 {
			return gammaNearZero(x, z)
		}
		z /= x
		x++
	}
	if x == 2 {
		return z
	}
	x -= 2
	return z * highPoly(x, gammaP[:]) / highPoly(x, gammaQ[:])
}

func gammaNearZero(x, z float64) float64 {
	const euler = 0.57721566490153286060651209008240243104215933593992
	if x == 0 {
		return Inf(1)
	}
	return z / ((1 + euler*x) * x)
}

// reflectedGamma returns the gamma function of -q, which is no integer.
func reflectedGamma(q float64) float64 {
	p := Floor(q)
	sign := 1
	if int64(p)&1 == 0 {
		sign = -1
	}
	z := q - p
	if z > 0.5 {
		p++
		z = q - p
	}
	z = q * Sin(Pi*z)
	if z == 0 {
		return Inf(sign)
	}
	a, b := stirling(q)
	z = Abs(z)
	if d := z * a * b; IsInf(d, 0) {
		z = Pi / z / a / b
	} else {
		z = Pi / d
	}
	return float64(sign) * z
}

// Lgamma returns the logarithm of the absolute value of the gamma function of x, and its sign (the
// algorithm of FreeBSD's msun/src/e_lgamma_r.c, Sun Microsystems, 1993).
func Lgamma(x float64) (lgamma float64, sign int) {
	switch {
	case IsNaN(x):
		return x, 1
	case IsInf(x, 0):
		return x, 1
	case x == 0:
		return Inf(1), 1
	}
	negative := x < 0
	x = Abs(x)
	if x < 1.0/(1<<70) {
		if negative {
			return -Log(x), -1
		}
		return -Log(x), 1
	}
	if !negative {
		return lgammaPositive(x), 1
	}
	if x >= 1<<52 {
		return Inf(1), 1 // an integer
	}
	t := sinPi(x)
	if t == 0 {
		return Inf(1), 1
	}
	sign = 1
	if t < 0 {
		sign = -1
	}
	if x == 1 || x == 2 {
		return 0, sign
	}
	return Log(Pi/Abs(t*x)) - lgammaPositive(x), sign
}

func lgammaPositive(x float64) float64 {
	switch {
	case x == 1 || x == 2:
		return 0
	case x < 2:
		return lgammaBelow2(x)
	case x < 8:
		i := int(x)
		y := x - float64(i)
		v := 0.5*y + y*poly(y, lgammaS[:])/poly(y, lgammaR[:])
		if i >= 3 { // the recurrence
			z := 1.0
			for k := i - 1; k >= 2; k-- {
				z *= y + float64(k)
			}
			v += Log(z)
		}
		return v
	case x < 1<<58:
		t := Log(x)
		z := 1 / x
		w := lgammaW[0] + z*poly(z*z, lgammaW[1:])
		return (x-0.5)*(t-1) + w
	}
	return x * (Log(x) - 1)
}

// lgammaBelow2 is lgammaPositive for x < 2, by polynomials around 1, 2 and the minimum between them.
func lgammaBelow2(x float64) float64 {
	const (
		minimum = 1.461632144968362245
		tc      = 1.46163214496836224576e+00
		tf      = -1.21486290535849611461e-01
		tt      = -3.63867699703950536541e-18 // the tail of tf
	)
	v := 0.0
	// The place of 1, of the minimum and where the ranges begin, all moved by 1 for small x.
	one, low, high, center, two := 1.0, minimum-0.27, minimum+0.27, tc, 2.0
	if x <= 0.9 {
		v = -Log(x)
		one, low, high, center, two = 0, minimum-1-0.27, minimum-1+0.27, tc-1, 1
	}
	switch {
	case x >= high:
		y := two - x
		z := y * y
		p := y*poly(z, lgammaA0[:]) + z*poly(z, lgammaA1[:])
		return v + (p - 0.5*y)
	case x >= low:
		y := x - center
		z := y * y
		w := z * y
		p := z*poly(w, lgammaT0[:]) - (tt - w*(poly(w, lgammaT1[:])+y*poly(w, lgammaT2[:])))
		return v + (tf + p)
	}
	y := x - one
	return v + (-0.5*y + y*poly(y, lgammaU[:])/poly(y, lgammaV[:]))
}

// sinPi returns sin(-Pi*x) for x > 0.
func sinPi(x float64) float64 {
	const two52, two53 = 1 << 52, 1 << 53
	if x < 0.25 {
		return -Sin(Pi * x)
	}
	z := Floor(x)
	n := 0 // eighths of a turn
	switch {
	case z != x:
		x = Mod(x, 2)
		n = int(x * 4)
	case x >= two53:
		x = 0
	default:
		if x < two52 {
			z = x + two52 // the last bit is that of the integer
		}
		n = int(1 & Float64bits(z))
		x = float64(n)
		n <<= 2
	}
	switch n {
	case 0:
		x = Sin(Pi * x)
	case 1, 2:
		x = Cos(Pi * (0.5 - x))
	case 3, 4:
		x = Sin(Pi * (1 - x))
	case 5, 6:
		x = -Cos(Pi * (x - 1.5))
	default:
		x = Sin(Pi * (x - 2))
	}
	return -x
}
