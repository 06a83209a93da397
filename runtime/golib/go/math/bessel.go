package math

// The Bessel functions follow FreeBSD's msun/src/e_j0.c, e_j1.c and e_jn.c (Sun Microsystems, 1993).

const two129 = 1 << 129 // from here on the asymptotic series have one term

// besselRange has the coefficients of an asymptotic series in a range of arguments.
type besselRange struct {
	r [6]float64
	s [7]float64
}

// series evaluates an asymptotic series at x >= 2.
func series(x float64, ranges *[4]besselRange) float64 {
	i := 3
	switch {
	case x >= 8:
		i = 0
	case x >= 4.5454:
		i = 1
	case x >= 2.8571:
		i = 2
	}
	z := 1 / (x * x)
	return poly(z, ranges[i].r[:]) / poly(z, ranges[i].s[:])
}

// phase returns what sine and cosine of the phase are made of: one of them is computed by the other
// where digits would be lost. Order is 0 or 1.
func phase(x float64, order int) (ss, cc float64) {
	s, c := Sincos(x)
	sign := 1.0
	if order == 0 {
		ss, cc = s-c, s+c
		sign = -1
	} else {
		ss, cc = -s-c, s-c
	}
	if x < MaxFloat64/2 {
		z := sign * Cos(x+x)
		if sign*(s*c) > 0 {
			cc = z / ss
		} else {
			ss = z / cc
		}
	}
	return ss, cc
}

// asymptotic returns u*a + v*b by the asymptotic series of an order, for x >= 2.
func asymptotic(x, a, b float64, order int) float64 {
	if x > two129 {
		return (1 / SqrtPi) * a / Sqrt(x)
	}
	var u, v float64
	if order == 0 {
		u = 1 + series(x, &besselP0)
		v = (-0.125 + series(x, &besselQ0)) / x
	} else {
		u = 1 + series(x, &besselP1)
		v = (0.375 + series(x, &besselQ1)) / x
	}
	return (1 / SqrtPi) * (u*a + v*b) / Sqrt(x)
}

// J0 returns the Bessel function of the first kind of order 0.
func J0(x float64) float64 {
	switch {
	case IsNaN(x):
		return x
	case IsInf(x, 0):
		return 0
	case x == 0:
		return 1
	}
	x = Abs(x)
	switch {
	case x >= 2:
		ss, cc := phase(x, 0)
		return asymptotic(x, cc, -ss, 0)
	case x < 1.0/(1<<27):
		return 1
	case x < 1.0/(1<<13):
		return 1 - 0.25*x*x
	}
	z := x * x
	r := z * poly(z, j0R[:])
	s := poly(z, j0S[:])
	if x < 1 {
		return 1 + z*(-0.25+(r/s))
	}
	u := 0.5 * x
	return (1+u)*(1-u) + z*(r/s)
}

// Y0 returns the Bessel function of the second kind of order 0.
func Y0(x float64) float64 {
	switch {
	case x < 0 || IsNaN(x):
		return NaN()
	case IsInf(x, 1):
		return 0
	case x == 0:
		return Inf(-1)
	case x >= 2:
		ss, cc := phase(x, 0)
		return asymptotic(x, ss, cc, 0)
	case x <= 1.0/(1<<27):
		return y0U[0] + (2/Pi)*Log(x)
	}
	z := x * x
	return poly(z, y0U[:])/poly(z, y0V[:]) + (2/Pi)*J0(x)*Log(x)
}

// J1 returns the Bessel function of the first kind of order 1.
func J1(x float64) float64 {
	switch {
	case IsNaN(x):
		return x
	case IsInf(x, 0) || x == 0:
		return 0
	}
	if Abs(x) < 1.0/(1<<27) {
		return 0.5 * Abs(x) // gc loses the sign
	}
	return odd(x, func(x float64) float64 {
		if x >= 2 {
			ss, cc := phase(x, 1)
			return asymptotic(x, cc, -ss, 1)
		}
		z := x * x
		r := z * poly(z, j1R[:])
		r *= x
		return 0.5*x + r/poly(z, j1S[:])
	})
}

// Y1 returns the Bessel function of the second kind of order 1.
func Y1(x float64) float64 {
	switch {
	case x < 0 || IsNaN(x):
		return NaN()
	case IsInf(x, 1):
		return 0
	case x == 0:
		return Inf(-1)
	case x >= 2:
		ss, cc := phase(x, 1)
		return asymptotic(x, ss, cc, 1)
	case x <= 1.0/(1<<54):
		return -(2 / Pi) / x
	}
	z := x * x
	return x*(poly(z, y1U[:])/poly(z, y1V[:])) + (2/Pi)*(J1(x)*Log(x)-1/x)
}

const two302 = 1 << 302 // from here on a single term is all

// Jn returns the Bessel function of the first kind of order n.
func Jn(n int, x float64) float64 {
	switch {
	case IsNaN(x):
		return x
	case IsInf(x, 0):
		return 0
	case n == 0:
		return J0(x)
	case x == 0:
		return 0
	}
	if n < 0 {
		n, x = -n, -x
	}
	if n == 1 {
		return J1(x)
	}
	sign := x < 0 && n&1 == 1
	x = Abs(x)
	var b float64
	switch {
	case float64(n) <= x && x >= two302:
		s, c := Sincos(x)
		b = (1 / SqrtPi) * [4]float64{c + s, -c + s, -c - s, c - s}[n&3] / Sqrt(x)
	case float64(n) <= x: // the recurrence upwards is stable
		b = J1(x)
		for i, a := 1, J0(x); i < n; i++ {
			a, b = b, b*(float64(i+i)/x)-a
		}
	case x < 1.0/(1<<29): // the first term of the Taylor series
		if n <= 33 {
			h := x * 0.5
			b = h
			a := 1.0
			for i := 2; i <= n; i++ {
				a *= float64(i)
				b *= h
			}
			b /= a
		}
	default:
		b = backward(n, x)
	}
	if sign {
		return -b
	}
	return b
}

// backward computes Jn for n > x by the recurrence downwards, which begins with the continued fraction
// of the quotient of two orders.
func backward(n int, x float64) float64 {
	w, h := float64(n+n)/x, 2/x
	// The terms that the fraction needs: as many as make this recurrence exceed 1e9.
	q0, z := w, w+h
	q1 := w*z - 1
	k := 1
	for q1 < 1e9 {
		k++
		z += h
		q0, q1 = q1, z*q1-q0
	}
	t := 0.0
	for i := 2 * (n + k); i >= n+n; i -= 2 {
		t = 1 / (float64(i)/x - t)
	}
	a, b := t, 1.0
	// Values that could overflow are scaled.
	size := float64(n)
	v := 2 / x
	scaled := size*Log(Abs(v*size)) >= 7.09782712893383973096e+02
	for i := n - 1; i > 0; i-- {
		a, b = b, b*float64(i+i)/x-a
		if scaled && b > 1e100 {
			a /= b
			t /= b
			b = 1
		}
	}
	return t * J0(x) / b
}

// Yn returns the Bessel function of the second kind of order n.
func Yn(n int, x float64) float64 {
	switch {
	case x < 0 || IsNaN(x):
		return NaN()
	case IsInf(x, 1):
		return 0
	case n == 0:
		return Y0(x)
	case x == 0:
		if n < 0 && n&1 == 1 {
			return Inf(1)
		}
		return Inf(-1)
	}
	sign := n < 0 && n&1 != 0
	if n < 0 {
		n = -n
	}
	var b float64
	switch {
	case n == 1:
		b = Y1(x)
	case x >= two302:
		s, c := Sincos(x)
		b = (1 / SqrtPi) * [4]float64{s - c, -s - c, -s + c, s + c}[n&3] / Sqrt(x)
	default:
		a := Y0(x)
		b = Y1(x)
		for i := 1; i < n && !IsInf(b, -1); i++ {
			a, b = b, (float64(i+i)/x)*b-a
		}
	}
	if sign {
		return -b
	}
	return b
}
