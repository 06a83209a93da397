package math

// Sinh returns the hyperbolic sine of x. Near 0, where the exponentials would cancel out, it is a
// quotient of polynomials (J. Hart et al., "Computer Approximations", 1968, number 2029).
func Sinh(x float64) float64 {
	const (
		p0 = -0.6307673640497716991184787251e+6
		p1 = -0.8991272022039509355398013511e+5
		p2 = -0.2894211355989563807284660366e+4
		p3 = -0.2630563213397497062819489e+2
		q0 = -0.6307673640497716991212077277e+6
		q1 = 0.1521517378790019070696485176e+5
		q2 = -0.173678953558233699533450911e+3
	)
	a := x
	if x < 0 {
		a = -x
	}
	var y float64
	switch {
	case a > 21:
		y = Exp(a) * 0.5
	case a > 0.5:
		e := Exp(a)
		y = (e - 1/e) * 0.5
	default:
		s := a * a
		y = (((p3*s+p2)*s+p1)*s + p0) * a
		y /= ((s+q2)*s+q1)*s + q0
	}
	if x < 0 {
		return -y
	}
	return y
}

// Cosh returns the hyperbolic cosine of x.
func Cosh(x float64) float64 {
	x = Abs(x)
	e := Exp(x)
	if x > 21 {
		return e * 0.5
	}
	return (e + 1/e) * 0.5
}

// Tanh returns the hyperbolic tangent of x (S. Moshier's Cephes library).
func Tanh(x float64) float64 {
	const (
		maxLog = 8.8029691931113054295988e+01 // logarithm of 2^127

		p0 = -9.64399179425052238628e-1
		p1 = -9.92877231001918586564e1
		p2 = -1.61468768441708447952e3
		q0 = 1.12811678491632931402e2
		q1 = 2.23548839060100448583e3
		q2 = 4.84406305325125486048e3
	)
	a := Abs(x)
	switch {
	case x == 0:
		return x
	case a > 0.5*maxLog:
		return Copysign(1, x)
	case a >= 0.625:
		return Copysign(1-2/(Exp(2*a)+1), x)
	}
	s := x * x
	return x + x*s*((p0*s+p1)*s+p2)/(((s+q0)*s+q1)*s+q2)
}

// Cbrt returns the cube root of x: an estimate from the exponent, a rational step to 23 bits and a
// step of Newton's method (FDLIBM).
func Cbrt(x float64) float64 {
	const (
		estimate    = 715094163 // (682-0.03306235651)*2^20
		estimateLow = 696219795 // (664-0.03306235651)*2^20

		c = 5.42857142857142815906e-01
		d = -7.05306122448979611050e-01
		e = 1.41428571428571436819e+00
		f = 1.60714285714285720630e+00
		g = 3.57142857142857150787e-01
	)
	if x == 0 || IsNaN(x) || IsInf(x, 0) {
		return x
	}
	a := Abs(x)
	t := Float64frombits(Float64bits(a)/3 + estimate<<32)
	if a < 0x1p-1022 {
		t = Float64frombits(Float64bits(a*(1<<54))/3 + estimateLow<<32)
	}
	r := t * t / a
	s := c + r*t
	t *= g + f/(s+e+d/s)
	t = Float64frombits(Float64bits(t)&(0xFFFFFFFFC<<28) + 1<<30) // so that t*t is exact
	r = a / (t * t)
	r = (r - t) / (t + t + r)
	return Copysign(t+t*r, x)
}
