package cmplx

import (
	"math"
	"math/bits"
)

// sinhcosh returns the hyperbolic sine and cosine.
func sinhcosh(x float64) (sinh, cosh float64) {
	if math.Abs(x) <= 0.5 {
		return math.Sinh(x), math.Cosh(x)
	}
	e := math.Exp(x)
	inverse := 0.5 / e
	e *= 0.5
	return e - inverse, e + inverse
}

// Sin returns the sine of x.
func Sin(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case im == 0 && isSpecial(re):
		return complex(math.NaN(), im)
	case re == 0 && isSpecial(im):
		return x
	case isInf(im) && isSpecial(re):
		return complex(math.NaN(), im)
	}
	s, c := math.Sincos(re)
	sh, ch := sinhcosh(im)
	return complex(s*ch, c*sh)
}

// Sinh returns the hyperbolic sine of x.
func Sinh(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case re == 0 && isSpecial(im):
		return complex(re, math.NaN())
	case isInf(re) && im == 0:
		return x
	case isInf(re) && isSpecial(im):
		return complex(re, math.NaN())
	case im == 0 && math.IsNaN(re):
		return complex(math.NaN(), im)
	}
	s, c := math.Sincos(im)
	sh, ch := sinhcosh(re)
	return complex(c*sh, s*ch)
}

// Cos returns the cosine of x.
func Cos(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case im == 0 && isSpecial(re):
		return complex(math.NaN(), -im*zeroOf(re))
	case isInf(im) && re == 0:
		return complex(math.Inf(1), -re*zeroOf(im))
	case isInf(im) && isSpecial(re):
		return complex(math.Inf(1), math.NaN())
	case re == 0 && math.IsNaN(im):
		return complex(math.NaN(), 0)
	}
	s, c := math.Sincos(re)
	sh, ch := sinhcosh(im)
	return complex(c*ch, -s*sh)
}

// Cosh returns the hyperbolic cosine of x.
func Cosh(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case re == 0 && isSpecial(im):
		return complex(math.NaN(), re*zeroOf(im))
	case isInf(re) && im == 0:
		return complex(math.Inf(1), im*zeroOf(re))
	case isInf(re) && isSpecial(im):
		return complex(math.Inf(1), math.NaN())
	case im == 0 && math.IsNaN(re):
		return complex(math.NaN(), im)
	}
	s, c := math.Sincos(im)
	sh, ch := sinhcosh(re)
	return complex(c*ch, s*sh)
}

// Tan returns the tangent of x.
func Tan(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case isInf(im) && isSpecial(re):
		return complex(zeroOf(re), signOf(1, im))
	case isInf(im):
		return complex(zeroOf(math.Sin(2*re)), signOf(1, im))
	case re == 0 && math.IsNaN(im):
		return x
	}
	d := math.Cos(2*re) + math.Cosh(2*im)
	if math.Abs(d) < 0.25 {
		d = tanSeries(x)
	}
	if d == 0 {
		return Inf()
	}
	return complex(math.Sin(2*re)/d, math.Sinh(2*im)/d)
}

// Tanh returns the hyperbolic tangent of x.
func Tanh(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case isInf(re) && isSpecial(im):
		return complex(signOf(1, re), zeroOf(im))
	case isInf(re):
		return complex(signOf(1, re), zeroOf(math.Sin(2*im)))
	case im == 0 && math.IsNaN(re):
		return x
	}
	d := math.Cosh(2*re) + math.Cos(2*im)
	if d == 0 {
		return Inf()
	}
	return complex(math.Sinh(2*re)/d, math.Sin(2*im)/d)
}

// Cot returns the cotangent of x.
func Cot(x complex128) complex128 {
	d := math.Cosh(2*imag(x)) - math.Cos(2*real(x))
	if math.Abs(d) < 0.25 {
		d = tanSeries(x)
	}
	if d == 0 {
		return Inf()
	}
	return complex(math.Sin(2*real(x))/d, -math.Sinh(2*imag(x))/d)
}

// tanSeries returns cosh(2y) - cos(2x) by its Taylor series, for values where the difference would
// lose its digits.
func tanSeries(z complex128) float64 {
	const epsilon = 1.0 / (1 << 53)
	x, y := reducePi(math.Abs(2*real(z))), math.Abs(2*imag(z))
	x *= x
	y *= y
	xPower, yPower, factorial, n, sum := 1.0, 1.0, 1.0, 0.0, 0.0
	sign := 1.0
	term := func() float64 {
		for range 2 {
			n++
			factorial *= n
		}
		xPower *= x
		yPower *= y
		t := (yPower + sign*xPower) / factorial
		sign = -sign
		sum += t
		return t
	}
	for {
		term()
		if t := term(); !(math.Abs(t/sum) > epsilon) {
			return sum
		}
	}
}

// inversePi are the bits of 1/Pi, in front of 1280 bits of the fraction 64 zero bits.
var inversePi = [...]uint64{
	0x0000000000000000, 0x517cc1b727220a94, 0xfe13abe8fa9a6ee0, 0x6db14acc9e21c820, 0xff28b1d5ef5de2b0,
	0xdb92371d2126e970, 0x0324977504e8c90e, 0x7f0ef58e5894d39f, 0x74411afa975da242, 0x74ce38135a2fbf20,
	0x9cc8eb1cc1a99cfa, 0x4e422fc5defc941d, 0x8ffc4bffef02cc07, 0xf79788c5ad05368f, 0xb69b3f6793e584db,
	0xa7a31fb34f2ff516, 0xba93dd63f5f2f8bd, 0x9e839cfbc5294975, 0x35fdafd88fc6ae84, 0x2b0198237e3db5d5,
}

// reducePi returns x less the nearest multiple of Pi: for large x by the product of its fraction with
// the bits of 1/Pi that matter (M. Payne and R. Hanek, 1983).
func reducePi(x float64) float64 {
	if math.Abs(x) < 1<<30 {
		// Pi in three parts.
		const pi1, pi2, pi3 = 3.141592502593994, 1.5099578831723193e-07, 1.0780605716316238e-14
		t := float64(int64(x/math.Pi + 0.5))
		return ((x - t*pi1) - t*pi2) - t*pi3
	}
	const shift, bias = 52, 1023
	b := math.Float64bits(x)
	exp := int(b>>shift&0x7FF) - bias - shift
	fraction := b&(1<<shift-1) | 1<<shift
	word, bit := uint(exp+64)/64, uint(exp+64)%64
	var z [3]uint64
	for i := range z {
		z[i] = inversePi[word+uint(i)]<<bit | inversePi[word+uint(i)+1]>>(64-bit)
	}
	high2, _ := bits.Mul64(z[2], fraction)
	high1, low1 := bits.Mul64(z[1], fraction)
	lo, carry := bits.Add64(low1, high2, 0)
	hi, _ := bits.Add64(z[0]*fraction, high1, carry)
	zeros := uint(bits.LeadingZeros64(hi)) + 1
	hi = hi<<zeros | lo>>(64-zeros)
	turns := math.Float64frombits(hi>>(64-shift) | uint64(bias-zeros)<<shift)
	if turns > 0.5 {
		turns--
	}
	return math.Pi * turns
}
