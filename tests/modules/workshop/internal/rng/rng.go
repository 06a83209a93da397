// Package rng is a small generator of pseudo-random numbers whose sequence does not depend on the platform.
package rng

import "iter"

// Source is an xorshift generator.
type Source struct{ state uint64 }

// New returns a generator; equal seeds give equal sequences.
func New(seed uint64) *Source {
	s := &Source{seed*2685821657736338717 + 88172645463325252}
	for range 4 {
		s.Next()
	}
	return s
}

// Next returns the next 64 bits.
func (s *Source) Next() uint64 {
	s.state ^= s.state << 13
	s.state ^= s.state >> 7
	s.state ^= s.state << 17
	return s.state
}

// Intn returns a number in [0, n).
func (s *Source) Intn(n int) int {
	if n <= 0 {
		panic("rng: the bound is not positive")
	}
	return int(s.Next() >> 1 % uint64(n))
}

// Float returns a number in [0, 1).
func (s *Source) Float() float64 { return float64(s.Next()>>11) / (1 << 53) }

// Perm returns the numbers below n in random order.
func (s *Source) Perm(n int) []int {
	p := make([]int, n)
	for i := range p {
		j := s.Intn(i + 1)
		p[i], p[j] = p[j], i
	}
	return p
}

// Ints is a sequence of n numbers below bound.
func (s *Source) Ints(n, bound int) iter.Seq2[int, int] {
	return func(yield func(int, int) bool) {
		for i := range n {
			if !yield(i, s.Intn(bound)) {
				return
			}
		}
	}
}

// Pick returns an element of a slice.
func Pick[S ~[]E, E any](s *Source, from S) E { return from[s.Intn(len(from))] }

// Shuffle reorders a slice in place.
func Shuffle[S ~[]E, E any](s *Source, list S) {
	for i := len(list) - 1; i > 0; i-- {
		j := s.Intn(i + 1)
		list[i], list[j] = list[j], list[i]
	}
}
