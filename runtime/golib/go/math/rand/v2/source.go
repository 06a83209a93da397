package rand

import (
	"errors"
	"internal/chacha8"
	"math/bits"
	"sync"
	"syscall"
)

// A PCG is a PCG generator with 128 bits of state (M. O'Neill; output function DXSM).
type PCG struct {
	hi uint64
	lo uint64
}

// NewPCG returns a PCG with the given seeds.
func NewPCG(seed1, seed2 uint64) *PCG { return &PCG{seed1, seed2} }

// Seed starts the generator anew.
func (p *PCG) Seed(seed1, seed2 uint64) { p.hi, p.lo = seed1, seed2 }

// Uint64 returns a number.
func (p *PCG) Uint64() uint64 {
	// The state is multiplied by a constant and another one added, modulo 2^128.
	const (
		mulHi, mulLo = 2549297995355413924, 4865540595714422341
		incHi, incLo = 6364136223846793005, 1442695040888963407
		cheap        = 0xda942042e4dd58b5
	)
	hi, lo := bits.Mul64(p.lo, mulLo)
	hi += p.hi*mulLo + p.lo*mulHi
	lo, carry := bits.Add64(lo, incLo, 0)
	hi, _ = bits.Add64(hi, incHi, carry)
	p.hi, p.lo = hi, lo
	hi ^= hi >> 32
	hi *= cheap
	hi ^= hi >> 48
	return hi * (lo | 1)
}

// AppendBinary appends the state to b.
func (p *PCG) AppendBinary(b []byte) ([]byte, error) {
	b = append(b, "pcg:"...)
	for _, v := range [2]uint64{p.hi, p.lo} {
		for i := 7; i >= 0; i-- {
			b = append(b, byte(v>>(8*i)))
		}
	}
	return b, nil
}

// MarshalBinary returns the state.
func (p *PCG) MarshalBinary() ([]byte, error) { return p.AppendBinary(make([]byte, 0, 20)) }

var errPCG = errors.New("invalid PCG encoding")

// UnmarshalBinary sets the state.
func (p *PCG) UnmarshalBinary(data []byte) error {
	if len(data) != 20 || string(data[:4]) != "pcg:" {
		return errPCG
	}
	var v [2]uint64
	for i, c := range data[4:] {
		v[i/8] = v[i/8]<<8 | uint64(c)
	}
	p.hi, p.lo = v[0], v[1]
	return nil
}

// A ChaCha8 is a generator of cryptographic strength: ChaCha with 8 rounds.
type ChaCha8 struct {
	state chacha8.State

	// The last readLen bytes of readBuf are left over from the last Read.
	readBuf [8]byte
	readLen int
}

// NewChaCha8 returns a ChaCha8 with the given seed.
func NewChaCha8(seed [32]byte) *ChaCha8 {
	c := new(ChaCha8)
	c.state.Init(seed)
	return c
}

// Seed starts the generator anew.
func (c *ChaCha8) Seed(seed [32]byte) {
	c.state.Init(seed)
	c.readLen = 0
	c.readBuf = [8]byte{}
}

// Uint64 returns a number.
func (c *ChaCha8) Uint64() uint64 { return c.state.Next() }

// Read fills p with random bytes; it never fails.
func (c *ChaCha8) Read(p []byte) (n int, err error) {
	for n < len(p) {
		if c.readLen == 0 {
			v := c.Uint64()
			for i := range c.readBuf {
				c.readBuf[i] = byte(v >> (8 * i))
			}
			c.readLen = len(c.readBuf)
		}
		m := copy(p[n:], c.readBuf[len(c.readBuf)-c.readLen:])
		c.readLen -= m
		n += m
	}
	return n, nil
}

const readPrefix = "readbuf:"

// AppendBinary appends the state to b.
func (c *ChaCha8) AppendBinary(b []byte) ([]byte, error) {
	if c.readLen > 0 {
		b = append(b, readPrefix...)
		b = append(b, byte(c.readLen))
		b = append(b, c.readBuf[len(c.readBuf)-c.readLen:]...)
	}
	return c.state.Append(b), nil
}

// MarshalBinary returns the state.
func (c *ChaCha8) MarshalBinary() ([]byte, error) { return c.AppendBinary(make([]byte, 0, 64)) }

// UnmarshalBinary sets the state.
func (c *ChaCha8) UnmarshalBinary(data []byte) error {
	if n := len(readPrefix); len(data) >= n && string(data[:n]) == readPrefix {
		data = data[n:]
		if len(data) == 0 || len(data) < 1+int(data[0]) {
			return errors.New("invalid ChaCha8 Read buffer encoding")
		}
		left := data[1 : 1+int(data[0])]
		if len(left) <= len(c.readBuf) {
			c.readLen = copy(c.readBuf[len(c.readBuf)-len(left):], left)
		}
		data = data[1+int(data[0]):]
	}
	return c.state.Restore(data)
}

// globalSource is the source of the functions: different in each run, for several goroutines.
type globalSource struct {
	mu     sync.Mutex
	seeded bool
	state  chacha8.State
}

func (g *globalSource) Uint64() uint64 {
	g.mu.Lock()
	defer g.mu.Unlock()
	if !g.seeded {
		var seed [32]byte
		syscall.Getrandom(seed[:])
		g.state.Init(seed)
		g.seeded = true
	}
	return g.state.Next()
}
