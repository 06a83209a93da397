// Package chacha8 makes random numbers by the stream cipher ChaCha with 8 rounds, in the way of the
// specification chacha8rand (https://c2sp.org/chacha8rand): four blocks at once, whose words lie side
// by side, and a new key of the last words after 16 blocks.
package chacha8

import (
	"errors"
	"math/bits"
)

const (
	chunk  = 32 // numbers made at once
	blocks = 4  // in a chunk
	last   = 16 // blocks with a key
	keyLen = 4  // numbers
)

// State is the state of a generator.
type State struct {
	buf  [chunk]uint64
	seed [keyLen]uint64
	i    int // next number in buf
	n    int // numbers in buf that may be used
	c    int // first block of buf
}

// Init starts the generator with a seed.
func (s *State) Init(seed [8 * keyLen]byte) {
	for i := range s.seed {
		s.seed[i] = little(seed[8*i:])
	}
	s.start(0, 0)
}

// start makes the chunk that begins with block c and goes on with number i of it.
func (s *State) start(c, i int) {
	s.c, s.i, s.n = c, i, chunk
	if c == last-blocks {
		s.n = chunk - keyLen // the rest is the next key
	}
	s.fill()
}

// Next returns the next number.
func (s *State) Next() uint64 {
	if s.i >= s.n {
		c := s.c + blocks
		if c == last {
			copy(s.seed[:], s.buf[chunk-keyLen:])
			c = 0
		}
		s.start(c, 0)
	}
	v := s.buf[s.i]
	s.i++
	return v
}

// fill computes the four blocks that begin with s.c.
func (s *State) fill() {
	const c0, c1, c2, c3 = 0x61707865, 0x3320646e, 0x79622d32, 0x6b206574 // "expand 32-byte k"
	var key [8]uint32
	for i, v := range s.seed {
		key[2*i], key[2*i+1] = uint32(v), uint32(v>>32)
	}
	var words [16][blocks]uint32
	for b := range blocks {
		x := [16]uint32{c0, c1, c2, c3, key[0], key[1], key[2], key[3], key[4], key[5], key[6], key[7], uint32(s.c + b)}
		for range 4 {
			quarter(&x, 0, 4, 8, 12)
			quarter(&x, 1, 5, 9, 13)
			quarter(&x, 2, 6, 10, 14)
			quarter(&x, 3, 7, 11, 15)
			quarter(&x, 0, 5, 10, 15)
			quarter(&x, 1, 6, 11, 12)
			quarter(&x, 2, 7, 8, 13)
			quarter(&x, 3, 4, 9, 14)
		}
		for i, k := range key {
			x[4+i] += k
		}
		for i, v := range x {
			words[i][b] = v
		}
	}
	for i := range s.buf {
		w := &words[i/2]
		s.buf[i] = uint64(w[i%2*2]) | uint64(w[i%2*2+1])<<32
	}
}

func quarter(x *[16]uint32, a, b, c, d int) {
	x[a] += x[b]
	x[d] = bits.RotateLeft32(x[d]^x[a], 16)
	x[c] += x[d]
	x[b] = bits.RotateLeft32(x[b]^x[c], 12)
	x[a] += x[b]
	x[d] = bits.RotateLeft32(x[d]^x[a], 8)
	x[c] += x[d]
	x[b] = bits.RotateLeft32(x[b]^x[c], 7)
}

func little(b []byte) (v uint64) {
	for i := range 8 {
		v |= uint64(b[i]) << (8 * i)
	}
	return v
}

const prefix = "chacha8:"

// Append appends the state to b: the numbers used so far and the seed.
func (s *State) Append(b []byte) []byte {
	b = append(b, prefix...)
	used := uint64(s.c/blocks*chunk + s.i)
	for i := 7; i >= 0; i-- {
		b = append(b, byte(used>>(8*i)))
	}
	for _, v := range s.seed {
		for i := range 8 {
			b = append(b, byte(v>>(8*i)))
		}
	}
	return b
}

// Restore sets the state to one that Append wrote.
func (s *State) Restore(data []byte) error {
	invalid := errors.New("invalid ChaCha8 encoding")
	if len(data) != (2+keyLen)*8 || string(data[:8]) != prefix {
		return invalid
	}
	used := uint64(0)
	for _, c := range data[8:16] {
		used = used<<8 | uint64(c)
	}
	if used > last/blocks*chunk-keyLen {
		return invalid
	}
	for i := range s.seed {
		s.seed[i] = little(data[16+8*i:])
	}
	s.start(blocks*int(used/chunk), int(used%chunk))
	return nil
}
