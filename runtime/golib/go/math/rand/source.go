package rand

import (
	"internal/settings"
	"sync"
	"syscall"
)

const (
	stateLen = len(farState)
	distance = 273
	maxSeed  = 1<<31 - 1
)

// rngSource is an additive lagged Fibonacci generator: each number is the sum of those 607 and 273
// steps ago.
type rngSource struct {
	tap, feed int
	vec       [stateLen]uint64
}

// NewSource returns a Source64 that starts with seed.
func NewSource(seed int64) Source {
	s := new(rngSource)
	s.Seed(seed)
	return s
}

// Seed fills the state with numbers of a small generator, mixed with a state far away.
func (s *rngSource) Seed(seed int64) {
	s.tap, s.feed = 0, stateLen-distance
	seed %= maxSeed
	if seed < 0 {
		seed += maxSeed
	}
	if seed == 0 {
		seed = 89482311
	}
	x := uint64(seed)
	next := func() uint64 {
		x = x * 48271 % maxSeed
		return x
	}
	for range 20 {
		next()
	}
	for i := range s.vec {
		u := next() << 40
		u ^= next() << 20
		s.vec[i] = u ^ next() ^ farState[i]
	}
}

func (s *rngSource) Int63() int64 { return int64(s.Uint64() &^ (1 << 63)) }

func (s *rngSource) Uint64() uint64 {
	if s.tap--; s.tap < 0 {
		s.tap += stateLen
	}
	if s.feed--; s.feed < 0 {
		s.feed += stateLen
	}
	x := s.vec[s.feed] + s.vec[s.tap]
	s.vec[s.feed] = x
	return x
}

// lockedSource is the source of the functions: it can be used by several goroutines.
type lockedSource struct {
	mu     sync.Mutex
	seeded bool
	rngSource
	readVal int64
	readPos int8
}

// lock makes the source ready for use: unless the program seeds it, it starts differently each time.
// GODEBUG=randautoseed=0 seeds it with 1, as before Go 1.20.
func (l *lockedSource) lock() {
	l.mu.Lock()
	if l.seeded {
		return
	}
	seed := int64(1)
	if settings.Value("randautoseed") != "0" {
		var b [8]byte
		syscall.Getrandom(b[:])
		for _, c := range b {
			seed = seed<<8 | int64(c)
		}
	}
	l.rngSource.Seed(seed)
	l.seeded = true
}

func (l *lockedSource) Int63() int64 {
	l.lock()
	defer l.mu.Unlock()
	return l.rngSource.Int63()
}

func (l *lockedSource) Uint64() uint64 {
	l.lock()
	defer l.mu.Unlock()
	return l.rngSource.Uint64()
}

func (l *lockedSource) Seed(seed int64) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.rngSource.Seed(seed)
	l.seeded = true
	l.readPos = 0
}

var globalRand = New(new(lockedSource))

// The functions are the methods of a Rand that can be used by several goroutines.

// Seed does nothing: the functions return other numbers in each run. With GODEBUG=randseednop=0 it makes
// them return the numbers of New(NewSource(seed)), as before Go 1.24.
//
// Deprecated: use New(NewSource(seed)) for numbers that can be had again.
func Seed(seed int64) {
	if settings.Value("randseednop") == "0" {
		globalRand.Seed(seed)
	}
}

// Int63 returns a number of 63 bits.
func Int63() int64 { return globalRand.Int63() }

// Uint32 returns a number of 32 bits.
func Uint32() uint32 { return globalRand.Uint32() }

// Uint64 returns a number of 64 bits.
func Uint64() uint64 { return globalRand.Uint64() }

// Int31 returns a number of 31 bits.
func Int31() int32 { return globalRand.Int31() }

// Int returns a number that is not negative.
func Int() int { return globalRand.Int() }

// Int63n returns a number below n. It panics if n <= 0.
func Int63n(n int64) int64 { return globalRand.Int63n(n) }

// Int31n returns a number below n. It panics if n <= 0.
func Int31n(n int32) int32 { return globalRand.Int31n(n) }

// Intn returns a number below n. It panics if n <= 0.
func Intn(n int) int { return globalRand.Intn(n) }

// Float64 returns a number of [0, 1).
func Float64() float64 { return globalRand.Float64() }

// Float32 returns a number of [0, 1).
func Float32() float32 { return globalRand.Float32() }

// Perm returns the numbers below n in random order.
func Perm(n int) []int { return globalRand.Perm(n) }

// Shuffle exchanges n elements until they are in random order. It panics if n < 0.
func Shuffle(n int, swap func(i, j int)) { globalRand.Shuffle(n, swap) }

// Read fills p with random bytes; it never fails.
//
// Deprecated: for almost all uses crypto/rand is the right choice.
func Read(p []byte) (n int, err error) { return globalRand.Read(p) }

// NormFloat64 returns a normally distributed number of mean 0 and deviation 1.
func NormFloat64() float64 { return globalRand.NormFloat64() }

// ExpFloat64 returns an exponentially distributed number of mean 1.
func ExpFloat64() float64 { return globalRand.ExpFloat64() }
