package ziggurat

import "math"

// A Zipf makes numbers k with probability proportional to (v + k) ** -s (W. Hörmann and G. Derflinger,
// "Rejection-Inversion to Generate Variates from Monotone Discrete Distributions", 1996).
type Zipf struct {
	v, s       float64
	q          float64 // 1 - s
	upper      float64 // the integral up to the largest number
	width      float64
	acceptance float64
}

// NewZipf returns the distribution of numbers up to max; ok is false unless s > 1 and v >= 1.
func NewZipf(s, v float64, max uint64) (z Zipf, ok bool) {
	if s <= 1 || v < 1 {
		return z, false
	}
	z = Zipf{v: v, s: s, q: 1 - s}
	z.upper = z.integral(float64(max) + 0.5)
	z.width = z.integral(0.5) - math.Exp(math.Log(v)*-s) - z.upper
	z.acceptance = 1 - z.inverse(z.integral(1.5)-math.Exp(-s*math.Log(v+1)))
	return z, true
}

func (z *Zipf) integral(x float64) float64 { return math.Exp(z.q*math.Log(z.v+x)) * (1 / z.q) }

func (z *Zipf) inverse(x float64) float64 { return math.Exp((1/z.q)*math.Log(z.q*x)) - z.v }

// Next makes a number.
func (z *Zipf) Next(uniform func() float64) uint64 {
	for {
		u := z.upper + uniform()*z.width
		x := z.inverse(u)
		k := math.Floor(x + 0.5)
		if k-x <= z.acceptance || u >= z.integral(k+0.5)-math.Exp(-math.Log(k+z.v)*z.s) {
			return uint64(k)
		}
	}
}
