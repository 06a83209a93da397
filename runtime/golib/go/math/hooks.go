package math

// Sqrt returns the square root of x: NaN for x < 0, x itself for zeros, +Inf and NaN.
func Sqrt(x float64) float64

// FMA returns x*y + z with a single rounding.
func FMA(x, y, z float64) float64
