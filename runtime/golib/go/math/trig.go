package math

import "math/bits"

// The trigonometric functions reduce their argument to [-Pi/4, Pi/4] and evaluate a polynomial there
// (S. Moshier's Cephes library).

const (
	// Pi/4 in three parts, the first two with zeros at the end: products with small integers are
	// exact.
	quarterPi1 = 7.85398125648498535156e-1
	quarterPi2 = 3.77489470793079817668e-8
	quarterPi3 = 2.69515142907905952645e-15

	// reduceFrom is where the products stop being exact.
	reduceFrom = 1 << 29
)

// reduce returns j and z with x = j*Pi/4 + z, modulo 2*Pi, for even j < 8 (or j < 2^30 for small x)
// and x >= 0.
func reduce(x float64) (j uint64, z float64) {
	if x >= reduceFrom {
		return reduceLarge(x)
	}
	j = uint64(x * (4 / Pi))
	j += j & 1
	y := float64(j)
	return j, ((x - y*quarterPi1) - y*quarterPi2) - y*quarterPi3
}

// reduceLarge is reduce for large x: it multiplies x with those bits of 4/Pi that make a difference
// modulo 8 (M. Payne and R. Hanek, "Radian reduction for trigonometric functions", 1983).
func reduceLarge(x float64) (j uint64, z float64) {
	b := Float64bits(x)
	exp := uint(b>>fracBits&expBits) - expBias - fracBits
	m := b&fracMask | 1<<fracBits
	word, shift := (exp+61)/64, (exp+61)%64
	var digits [3]uint64
	for i := range digits {
		at := word + uint(i)
		digits[i] = fourOverPi[at]<<shift | fourOverPi[at+1]>>(64-shift)
	}
	// The highest words of the product; what is above them is a multiple of 8.
	low, _ := bits.Mul64(digits[2], m)
	middleHi, middle := bits.Mul64(digits[1], m)
	lo, carry := bits.Add64(middle, low, 0)
	hi := digits[0]*m + middleHi + carry
	// Three bits of octant, then the fraction.
	j = hi >> 61
	hi = hi<<3 | lo>>61
	zeros := uint(bits.LeadingZeros64(hi))
	frac := hi<<(zeros+1) | lo>>(64-(zeros+1))
	z = Float64frombits(uint64(expBias-(zeros+1))<<fracBits | frac>>(64-fracBits))
	if j&1 != 0 {
		j = (j + 1) & 7
		z--
	}
	return j, z * (Pi / 4)
}

// fourOverPi are the bits of 4/Pi; the point is behind the first word.
var fourOverPi = [...]uint64{
	0x0000000000000001, 0x45f306dc9c882a53, 0xf84eafa3ea69bb81, 0xb6c52b3278872083,
	0xfca2c757bd778ac3, 0x6e48dc74849ba5c0, 0x0c925dd413a32439, 0xfc3bd63962534e7d,
	0xd1046bea5d768909, 0xd338e04d68befc82, 0x7323ac7306a673e9, 0x3908bf177bf25076,
	0x3ff12fffbc0b301f, 0xde5e2316b414da3e, 0xda6cfd9e4f96136e, 0x9e8c7ecd3cbfd45a,
	0xea4f758fd7cbe2f6, 0x7a0e73ef14a525d4, 0xd7f6bf623f1aba10, 0xac06608df8f6d757,
}

// sinSmall returns the sine of z, |z| <= Pi/4.
func sinSmall(z float64) float64 {
	const (
		s0 = 1.58962301576546568060e-10
		s1 = -2.50507477628578072866e-8
		s2 = 2.75573136213857245213e-6
		s3 = -1.98412698295895385996e-4
		s4 = 8.33333333332211858878e-3
		s5 = -1.66666666666666307295e-1
	)
	zz := z * z
	return z + z*zz*((((((s0*zz)+s1)*zz+s2)*zz+s3)*zz+s4)*zz+s5)
}

// cosSmall returns the cosine of z, |z| <= Pi/4.
func cosSmall(z float64) float64 {
	const (
		c0 = -1.13585365213876817300e-11
		c1 = 2.08757008419747316778e-9
		c2 = -2.75573141792967388112e-7
		c3 = 2.48015872888517045348e-5
		c4 = -1.38888888888730564116e-3
		c5 = 4.16666666666665929218e-2
	)
	zz := z * z
	return 1.0 - 0.5*zz + zz*zz*((((((c0*zz)+c1)*zz+c2)*zz+c3)*zz+c4)*zz+c5)
}

// Sin returns the sine of x.
func Sin(x float64) float64 {
	switch {
	case x == 0 || IsNaN(x):
		return x
	case IsInf(x, 0):
		return NaN()
	}
	j, z := reduce(Abs(x))
	var y float64
	if j&2 != 0 {
		y = cosSmall(z)
	} else {
		y = sinSmall(z)
	}
	if (x < 0) != (j&4 != 0) {
		return -y
	}
	return y
}

// Cos returns the cosine of x.
func Cos(x float64) float64 {
	if IsNaN(x) || IsInf(x, 0) {
		return NaN()
	}
	j, z := reduce(Abs(x))
	var y float64
	if j&2 != 0 {
		y = sinSmall(z)
	} else {
		y = cosSmall(z)
	}
	if (j+2)&4 != 0 { // the second and third quadrant
		return -y
	}
	return y
}

// Sincos returns Sin(x) and Cos(x).
func Sincos(x float64) (sin, cos float64) {
	switch {
	case x == 0:
		return x, 1
	case IsNaN(x) || IsInf(x, 0):
		return NaN(), NaN()
	}
	j, z := reduce(Abs(x))
	sin, cos = sinSmall(z), cosSmall(z)
	if j&2 != 0 {
		sin, cos = cos, sin
	}
	if (x < 0) != (j&4 != 0) {
		sin = -sin
	}
	if (j+2)&4 != 0 {
		cos = -cos
	}
	return sin, cos
}

// Tan returns the tangent of x.
func Tan(x float64) float64 {
	const (
		p0 = -1.30936939181383777646e4
		p1 = 1.15351664838587416140e6
		p2 = -1.79565251976484877988e7
		q1 = 1.36812963470692954678e4
		q2 = -1.32089234440210967447e6
		q3 = 2.50083801823357915839e7
		q4 = -5.38695755929454629881e7
	)
	switch {
	case x == 0 || IsNaN(x):
		return x
	case IsInf(x, 0):
		return NaN()
	}
	j, z := reduce(Abs(x))
	y := z
	if zz := z * z; zz > 1e-14 {
		y = z + z*(zz*(((p0*zz)+p1)*zz+p2)/((((zz+q1)*zz+q2)*zz+q3)*zz+q4))
	}
	if j&2 != 0 {
		y = -1 / y
	}
	if x < 0 {
		return -y
	}
	return y
}
