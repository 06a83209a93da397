// Package ziggurat makes normally and exponentially distributed numbers of random bits (G. Marsaglia
// and W. W. Tsang, "The Ziggurat Method for Generating Random Variables", 2000). The area below the
// density is cut into layers of the same size: a number is drawn from a layer, and only near its edge
// has the density to be computed.
package ziggurat

import "math"

const (
	normalTail      = 3.442619855899
	exponentialTail = 7.69711747013104972
)

// Normal makes a number of mean 0 and deviation 1. Bits returns the bits of a draw: a signed number
// and the layer.
func Normal(bits func() (j int32, layer uint32), uniform func() float64) float64 {
	for {
		j, i := bits()
		i %= uint32(len(NormalBounds))
		x := float64(j) * float64(NormalWidths[i])
		size := uint32(j)
		if j < 0 {
			size = -size
		}
		if size < NormalBounds[i] {
			return x
		}
		if i == 0 {
			for {
				x = -math.Log(uniform()) * (1.0 / normalTail)
				if y := -math.Log(uniform()); y+y >= x*x {
					break
				}
			}
			if j > 0 {
				return normalTail + x
			}
			return -normalTail - x
		}
		f := NormalDensities[i]
		if f+float32(uniform())*(NormalDensities[i-1]-f) < float32(math.Exp(-.5*x*x)) {
			return x
		}
	}
}

// Exponential makes a number of mean 1.
func Exponential(bits func() (j uint32, layer uint32), uniform func() float64) float64 {
	for {
		j, i := bits()
		i %= uint32(len(ExponentialBounds))
		x := float64(j) * float64(ExponentialWidths[i])
		if j < ExponentialBounds[i] {
			return x
		}
		if i == 0 {
			return exponentialTail - math.Log(uniform())
		}
		f := ExponentialDensities[i]
		if f+float32(uniform())*(ExponentialDensities[i-1]-f) < float32(math.Exp(-x)) {
			return x
		}
	}
}
