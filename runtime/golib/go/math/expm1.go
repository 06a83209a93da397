package math

// Expm1 and Log1p are those of FreeBSD's msun/src/s_expm1.c and s_log1p.c (Sun Microsystems, 1993).

// Parts of the logarithm of 2: ln2High*k is exact for small k.
const (
	ln2High = 6.93147180369123816490e-01
	ln2Low  = 1.90821492927058770002e-10
)

var expm1Q = [...]float64{
	1, -3.33333333333331316428e-02, 1.58730158725481460165e-03, -7.93650757867487942473e-05,
	4.00821782732936239552e-06, -2.01099218183624371326e-07,
}

// timesTwoTo adds k to the exponent of y.
func timesTwoTo(y float64, k int) float64 {
	return Float64frombits(Float64bits(y) + uint64(k)<<52)
}

// Expm1 returns Exp(x) - 1, without the loss of digits for small x.
func Expm1(x float64) float64 {
	const (
		overflow = 7.09782712893383973096e+02
		ln2X56   = 3.88162421113569373274e+01
		ln2Half  = 3.46573590279972654709e-01
		ln2HalfX = 1.03972077083991796413e+00 // three halves
		invLn2   = 1.44269504088896338700e+00
	)
	switch {
	case IsInf(x, 1) || IsNaN(x):
		return x
	case IsInf(x, -1):
		return -1
	}
	a := Abs(x)
	if a >= ln2X56 {
		if x < 0 {
			return -1
		}
		if a >= overflow {
			return Inf(1)
		}
	}
	// x = k*ln2 + r, with the rounding error of r.
	var c float64
	k := 0
	switch {
	case a > ln2Half:
		var high, low float64
		switch {
		case a < ln2HalfX && x >= 0:
			high, low, k = x-ln2High, ln2Low, 1
		case a < ln2HalfX:
			high, low, k = x+ln2High, -ln2Low, -1
		default:
			if x >= 0 {
				k = int(invLn2*x + 0.5)
			} else {
				k = int(invLn2*x - 0.5)
			}
			high, low = x-float64(k)*ln2High, float64(k)*ln2Low
		}
		x = high - low
		c = (high - x) - low
	case a < 1.0/(1<<54):
		return x
	}
	half := 0.5 * x
	square := x * half
	r := poly(square, expm1Q[:])
	t := 3 - r*half
	e := square * ((r - t) / (6.0 - x*t))
	if k == 0 {
		return x - (x*e - square)
	}
	e = x*(e-c) - c
	e -= square
	switch {
	case k == -1:
		return 0.5*(x-e) - 0.5
	case k == 1 && x < -0.25:
		return -2 * (e - (x + 0.5))
	case k == 1:
		return 1 + 2*(x-e)
	case k <= -2 || k > 56:
		return timesTwoTo(1-(e-x), k) - 1
	case k < 20:
		t := Float64frombits(0x3ff0000000000000 - (0x20000000000000 >> uint(k))) // 1 - 2**-k
		return timesTwoTo(t-(e-x), k)
	}
	t = Float64frombits(uint64(0x3ff-k) << 52) // 2**-k
	y := x - (e + t)
	y++
	return timesTwoTo(y, k)
}

var log1pC = [...]float64{
	6.666666666666735130e-01, 3.999999999940941908e-01, 2.857142874366239149e-01, 2.222219843214978396e-01,
	1.818357216161805012e-01, 1.531383769920937332e-01, 1.479819860511658591e-01,
}

// Log1p returns Log(1 + x), without the loss of digits for small x.
func Log1p(x float64) float64 {
	const (
		sqrt2M1     = 4.142135623730950488017e-01
		sqrt2HalfM1 = -2.928932188134524755992e-01
	)
	switch {
	case x < -1 || IsNaN(x):
		return NaN()
	case x == -1:
		return Inf(-1)
	case IsInf(x, 1):
		return Inf(1)
	}
	a := Abs(x)
	switch {
	case a < 1.0/(1<<54):
		return x
	case a < 1.0/(1<<29):
		return x - x*x*0.5
	}
	var f, c float64
	k := 0
	tiny := false // |f| < 2**-20
	if a < sqrt2M1 && x > sqrt2HalfM1 {
		f = x
	} else {
		f, c, k, tiny = reduceLog1p(x, a)
	}
	n := float64(k)
	halfSquare := 0.5 * f * f
	if tiny {
		if f == 0 {
			if k == 0 {
				return 0
			}
			c += n * ln2Low
			return n*ln2High + c
		}
		r := halfSquare * (1.0 - 0.66666666666666666*f)
		if k == 0 {
			return f - r
		}
		return n*ln2High - ((r - (n*ln2Low + c)) - f)
	}
	s := f / (2.0 + f)
	z := s * s
	r := z * poly(z, log1pC[:])
	if k == 0 {
		return f - (halfSquare - s*(halfSquare+r))
	}
	return n*ln2High - ((halfSquare - (s*(halfSquare+r) + (n*ln2Low + c))) - f)
}

// reduceLog1p returns f and k with 1+x = 2**k * (1+f) and f around 0, and the rounding error c of 1+x.
func reduceLog1p(x, a float64) (f, c float64, k int, tiny bool) {
	u := x
	if a < 1<<53 {
		u = 1.0 + x
	}
	bits := Float64bits(u)
	k = int(bits>>52) - 1023
	if a < 1<<53 {
		if k > 0 {
			c = 1.0 - (u - x)
		} else {
			c = x - (u - 1.0)
		}
		c /= u
	}
	bits &= 1<<52 - 1
	if bits < 0x0006a09e667f3bcd { // the fraction of the square root of 2
		u = Float64frombits(bits | 0x3ff0000000000000)
	} else {
		k++
		u = Float64frombits(bits | 0x3fe0000000000000)
		bits = (1<<52 - bits) >> 2
	}
	return u - 1.0, c, k, bits == 0
}
