package rand

var globalRand = New(new(globalSource))

// The functions are the methods of a Rand that can be used by several goroutines; they return other
// numbers in each run.

// Int64 returns a number of 63 bits.
func Int64() int64 { return globalRand.Int64() }

// Uint32 returns a number of 32 bits.
func Uint32() uint32 { return globalRand.Uint32() }

// Uint64 returns a number of 64 bits.
func Uint64() uint64 { return globalRand.Uint64() }

// Int32 returns a number of 31 bits.
func Int32() int32 { return globalRand.Int32() }

// Int returns a number that is not negative.
func Int() int { return globalRand.Int() }

// Uint returns a number.
func Uint() uint { return globalRand.Uint() }

// Float64 returns a number of [0, 1).
func Float64() float64 { return globalRand.Float64() }

// Float32 returns a number of [0, 1).
func Float32() float32 { return globalRand.Float32() }

// Int64N returns a number below n. It panics if n <= 0.
func Int64N(n int64) int64 { return globalRand.Int64N(n) }

// Uint64N returns a number below n. It panics if n == 0.
func Uint64N(n uint64) uint64 { return globalRand.Uint64N(n) }

// Int32N returns a number below n. It panics if n <= 0.
func Int32N(n int32) int32 { return globalRand.Int32N(n) }

// Uint32N returns a number below n. It panics if n == 0.
func Uint32N(n uint32) uint32 { return globalRand.Uint32N(n) }

// IntN returns a number below n. It panics if n <= 0.
func IntN(n int) int { return globalRand.IntN(n) }

// UintN returns a number below n. It panics if n == 0.
func UintN(n uint) uint { return globalRand.UintN(n) }

// Perm returns the numbers below n in random order.
func Perm(n int) []int { return globalRand.Perm(n) }

// Shuffle exchanges n elements until they are in random order. It panics if n < 0.
func Shuffle(n int, swap func(i, j int)) { globalRand.Shuffle(n, swap) }

// NormFloat64 returns a normally distributed number of mean 0 and deviation 1.
func NormFloat64() float64 { return globalRand.NormFloat64() }

// ExpFloat64 returns an exponentially distributed number of mean 1.
func ExpFloat64() float64 { return globalRand.ExpFloat64() }

type intType interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 |
		~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uintptr
}

// N returns a number below n, of any integer type. It panics if n <= 0.
func N[Int intType](n Int) Int { return globalRand.N(n) }
