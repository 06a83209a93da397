package math

// The algorithms below follow gc's assembly for amd64 step by step, fused operations included, so
// that the results are the same to the last bit.

// Exp returns e to the power x.
//
// x is reduced to k*Ln2 + 16*r; a Taylor series gives e^r - 1, which is squared back four times.
func Exp(x float64) float64 {
	const (
		overflow = 7.09782712893384e+02
		ln2Hi    = 0.69314718055966295651160180568695068359375
		ln2Lo    = 0.28235290563031577122588448175013436025525412068e-12
		log2e    = 1.4426950408889634073599246810018920
	)
	switch {
	case IsNaN(x) || IsInf(x, 1):
		return x
	case x > overflow:
		return Inf(1)
	case x < -1500: // also -Inf
		return 0
	}
	k := RoundToEven(x * log2e)
	r := FMA(-k, ln2Hi, x)
	r = FMA(-k, ln2Lo, r)
	r *= 0.0625
	p := 2.4801587301587301587e-5
	p = FMA(p, r, 1.9841269841269841270e-4)
	p = FMA(p, r, 1.3888888888888888889e-3)
	p = FMA(p, r, 8.3333333333333333333e-3)
	p = FMA(p, r, 4.1666666666666666667e-2)
	p = FMA(p, r, 1.6666666666666666667e-1)
	p = FMA(p, r, 0.5)
	p = FMA(p, r, 1)
	r *= p
	r *= r + 2 // (e^r - 1)(e^r + 1) = e^2r - 1
	r *= r + 2
	r *= r + 2
	r = FMA(r, r+2, 1)

	e := int(k) + expBias
	switch {
	case e > 0 && e < expBits:
		return r * Float64frombits(uint64(e)<<fracBits)
	case e >= expBits:
		return Inf(1)
	case e < -fracBits:
		return 0
	}
	r *= Float64frombits(uint64(e+expBias-1) << fracBits)
	return r * Float64frombits(1<<fracBits)
}

// Log returns the natural logarithm of x.
//
// With x = 2^k * (1+f) and sqrt(2)/2 <= 1+f < sqrt(2), log(1+f) is a polynomial in s = f/(2+f)
// (Sun Microsystems' FDLIBM).
func Log(x float64) float64 {
	const (
		ln2Hi = 6.93147180369123816490e-01
		ln2Lo = 1.90821492927058770002e-10
		l1    = 6.666666666666735130e-01
		l2    = 3.999999999940941908e-01
		l3    = 2.857142874366239149e-01
		l4    = 2.222219843214978396e-01
		l5    = 1.818357216161805012e-01
		l6    = 1.531383769920937332e-01
		l7    = 1.479819860511658591e-01
	)
	switch {
	case x == 0:
		return Inf(-1)
	case x < 0:
		return NaN()
	case IsInf(x, 1) || IsNaN(x):
		return x
	}
	b := Float64bits(x)
	f := Float64frombits(b&fracMask | (expBias-1)<<fracBits)
	k := float64(int(b>>fracBits) - expBias + 1)
	if f <= 7.07106781186547524401e-01 {
		k--
		f *= 2
	}
	f--
	s := f / (2 + f)
	s2 := s * s
	s4 := s2 * s2
	t1 := s2 * (l1 + s4*(l3+s4*(l5+s4*l7)))
	t2 := s4 * (l2 + s4*(l4+s4*l6))
	half := 0.5 * f * f
	return k*ln2Hi - ((half - (s*(half+(t1+t2)) + k*ln2Lo)) - f)
}

// Log10 returns the decimal logarithm of x.
func Log10(x float64) float64 { return Log(x) * (1 / Ln10) }

// Log2 returns the binary logarithm of x, exactly for powers of two.
func Log2(x float64) float64 {
	frac, exp := Frexp(x)
	if frac == 0.5 {
		return float64(exp - 1)
	}
	return Log(frac)*(1/Ln2) + float64(exp)
}

// Pow10 returns 10 to the power n.
func Pow10(n int) float64 {
	switch {
	case n < -323:
		return 0
	case n > 308:
		return Inf(1)
	case n < 0:
		return pow10Negative[uint(-n)/32] / pow10Small[uint(-n)%32]
	}
	return pow10Positive[uint(n)/32] * pow10Small[uint(n)%32]
}

var pow10Small = [...]float64{
	1e00, 1e01, 1e02, 1e03, 1e04, 1e05, 1e06, 1e07, 1e08, 1e09,
	1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
	1e20, 1e21, 1e22, 1e23, 1e24, 1e25, 1e26, 1e27, 1e28, 1e29,
	1e30, 1e31,
}

var pow10Positive = [...]float64{
	1e00, 1e32, 1e64, 1e96, 1e128, 1e160, 1e192, 1e224, 1e256, 1e288,
}

var pow10Negative = [...]float64{
	1e-00, 1e-32, 1e-64, 1e-96, 1e-128, 1e-160, 1e-192, 1e-224, 1e-256, 1e-288, 1e-320,
}

// oddInt reports whether x is an odd integer.
func oddInt(x float64) bool {
	if Abs(x) >= 1<<53 {
		return false
	}
	i, f := Modf(x)
	return f == 0 && int64(i)&1 != 0
}

// Pow returns x to the power y.
func Pow(x, y float64) float64 {
	switch {
	case y == 0 || x == 1:
		return 1
	case y == 1:
		return x
	case IsNaN(x) || IsNaN(y):
		return NaN()
	case x == 0:
		return powZero(x, y)
	case IsInf(y, 0):
		return powLimit(x, y > 0)
	case IsInf(x, -1):
		return Pow(1/x, -y)
	case IsInf(x, 1):
		if y < 0 {
			return 0
		}
		return Inf(1)
	case y == 0.5:
		return Sqrt(x)
	case y == -0.5:
		return 1 / Sqrt(x)
	}
	whole, frac := Modf(Abs(y))
	if frac != 0 && x < 0 {
		return NaN()
	}
	if whole >= 1<<63 {
		return powLimit(x, y > 0)
	}
	// The result is product * 2^exp. The fraction of y goes through logarithms, the whole part by
	// squaring; powers of two are kept apart against overflow.
	product, exp := 1.0, 0
	if frac != 0 {
		if frac > 0.5 {
			frac--
			whole++
		}
		product = Exp(frac * Log(x))
	}
	square, squareExp := Frexp(x)
	for n := int64(whole); n != 0; n >>= 1 {
		if squareExp < -1<<12 || squareExp > 1<<12 { // the result is 0 or infinite anyway
			exp += squareExp
			break
		}
		if n&1 != 0 {
			product *= square
			exp += squareExp
		}
		square *= square
		squareExp *= 2
		if square < 0.5 {
			square += square
			squareExp--
		}
	}
	if y < 0 {
		product = 1 / product
		exp = -exp
	}
	return Ldexp(product, exp)
}

// powZero is Pow for a zero x.
func powZero(x, y float64) float64 {
	odd := oddInt(y)
	switch {
	case y < 0 && odd:
		return Copysign(Inf(1), x)
	case y < 0:
		return Inf(1)
	case odd:
		return x
	}
	return 0
}

// powLimit is Pow for an infinite y, or one as good as that.
func powLimit(x float64, positive bool) float64 {
	switch {
	case x == -1:
		return 1
	case (Abs(x) < 1) == positive:
		return 0
	}
	return Inf(1)
}

// Exp2 returns 2 to the power x.
func Exp2(x float64) float64 {
	const (
		ln2Hi = 6.93147180369123816490e-01
		ln2Lo = 1.90821492927058770002e-10
	)
	switch {
	case IsNaN(x) || IsInf(x, 1):
		return x
	case IsInf(x, -1):
		return 0
	case x > 1.0239999999999999e+03:
		return Inf(1)
	case x < -1.0740e+03:
		return 0
	}
	k := 0
	switch {
	case x > 0:
		k = int(x + 0.5)
	case x < 0:
		k = int(x - 0.5)
	}
	t := x - float64(k)
	return expMulti(t*ln2Hi, -t*ln2Lo, k)
}

// expMulti returns e^(hi-lo) * 2^k for |hi-lo| <= Ln2/2 (FDLIBM).
func expMulti(hi, lo float64, k int) float64 {
	const (
		p1 = 1.66666666666666657415e-01
		p2 = -2.77777777770155933842e-03
		p3 = 6.61375632143793436117e-05
		p4 = -1.65339022054652515390e-06
		p5 = 4.13813679705723846039e-08
	)
	r := hi - lo
	t := r * r
	c := r - t*(p1+t*(p2+t*(p3+t*(p4+t*p5))))
	return Ldexp(1-((lo-(r*c)/(2-c))-hi), k)
}
