// Package slices has functions over slices of any type.
package slices

import (
	"cmp"
	"math/bits"
	"unsafe"
)

// Equal reports whether two slices have the same length and elements equal by ==.
func Equal[S ~[]E, E comparable](s1, s2 S) bool {
	if len(s1) != len(s2) {
		return false
	}
	for i, v := range s1 {
		if v != s2[i] {
			return false
		}
	}
	return true
}

// EqualFunc is Equal with elements compared by eq, up to the first pair that differs.
func EqualFunc[S1 ~[]E1, S2 ~[]E2, E1, E2 any](s1 S1, s2 S2, eq func(E1, E2) bool) bool {
	if len(s1) != len(s2) {
		return false
	}
	for i, v := range s1 {
		if !eq(v, s2[i]) {
			return false
		}
	}
	return true
}

// Compare compares element by element with cmp.Compare; of two slices that one begins with the other
// the shorter is less.
func Compare[S ~[]E, E cmp.Ordered](s1, s2 S) int {
	for i := range min(len(s1), len(s2)) {
		if c := cmp.Compare(s1[i], s2[i]); c != 0 {
			return c
		}
	}
	return cmp.Compare(len(s1), len(s2))
}

// CompareFunc is Compare with elements compared by cmp.
func CompareFunc[S1 ~[]E1, S2 ~[]E2, E1, E2 any](s1 S1, s2 S2, cmp func(E1, E2) int) int {
	n := min(len(s1), len(s2))
	for i := range n {
		if c := cmp(s1[i], s2[i]); c != 0 {
			return c
		}
	}
	switch {
	case len(s1) > n:
		return +1
	case len(s2) > n:
		return -1
	}
	return 0
}

// Index returns the index of the first v in s, -1 if there is none.
func Index[S ~[]E, E comparable](s S, v E) int {
	for i := range s {
		if v == s[i] {
			return i
		}
	}
	return -1
}

// IndexFunc returns the index of the first element for which f returns true, -1 if there is none.
func IndexFunc[S ~[]E, E any](s S, f func(E) bool) int {
	for i := range s {
		if f(s[i]) {
			return i
		}
	}
	return -1
}

// Contains reports whether v is in s.
func Contains[S ~[]E, E comparable](s S, v E) bool { return Index(s, v) >= 0 }

// ContainsFunc reports whether f returns true for an element of s.
func ContainsFunc[S ~[]E, E any](s S, f func(E) bool) bool { return IndexFunc(s, f) >= 0 }

// Insert inserts v at index i and returns the new slice; elements are moved in place if there is room.
// It panics if i is out of range.
func Insert[S ~[]E, E any](s S, i int, v ...E) S {
	_ = s[i:] // the bounds check, even where nothing is inserted
	n, m := len(s), len(v)
	switch {
	case m == 0:
		return s
	case i == n:
		return append(s, v...)
	case n+m > cap(s):
		// Appending to a part rounds the capacity up as append does.
		out := append(s[:i], make(S, n+m-i)...)
		copy(out[i:], v)
		copy(out[i+m:], s[i:])
		return out
	}
	tail := s[i:n]
	s = s[:n+m]
	if !overlap(v, s[i+m:]) {
		copy(s[i+m:], tail)
		copy(s[i:], v)
		return s
	}
	// v is part of what moves: it is put behind the old elements first, and the whole is rotated.
	copy(s[n:], v)
	rotateRight(s[i:], m)
	return s
}

// Delete removes s[i:j] and sets what becomes free at the end to zero. It panics if the range is not
// one of s.
func Delete[S ~[]E, E any](s S, i, j int) S {
	_ = s[i:j:len(s)]
	if i == j {
		return s
	}
	kept := append(s[:i], s[j:]...)
	clear(s[len(kept):])
	return kept
}

// DeleteFunc removes the elements for which del returns true and sets what becomes free to zero.
func DeleteFunc[S ~[]E, E any](s S, del func(E) bool) S {
	n := IndexFunc(s, del)
	if n < 0 {
		return s
	}
	for _, v := range s[n+1:] {
		if !del(v) {
			s[n] = v
			n++
		}
	}
	clear(s[n:])
	return s[:n]
}

// Replace replaces s[i:j] by v and returns the new slice. It panics if the range is not one of s.
func Replace[S ~[]E, E any](s S, i, j int, v ...E) S {
	_ = s[i:j]
	if i == j {
		return Insert(s, i, v...)
	}
	n := len(s)
	if j == n {
		out := append(s[:i], v...)
		if len(out) < n {
			clear(s[len(out):])
		}
		return out
	}
	total := i + len(v) + n - j
	if total > cap(s) {
		out := append(s[:i], make(S, total-i)...)
		copy(out[i:], v)
		copy(out[i+len(v):], s[j:])
		return out
	}
	out := s[:total]
	if i+len(v) <= j { // not longer than before
		copy(out[i:], v)
		copy(out[i+len(v):], s[j:])
		clear(s[total:])
		return out
	}
	if !overlap(out[i+len(v):], v) {
		copy(out[i+len(v):], s[j:])
		copy(out[i:], v)
		return out
	}
	// v is part of what moves and is needed after it. A copy of it is the simplest way.
	v = Clone(v)
	copy(out[i+len(v):], s[j:])
	copy(out[i:], v)
	return out
}

// Clone returns a shallow copy of s, with some room to grow perhaps; nil stays nil.
func Clone[S ~[]E, E any](s S) S {
	if s == nil {
		return nil
	}
	return append(S{}, s...) // s[:0:0] would keep the array of an empty s alive
}

// Compact keeps one of each run of equal elements and sets what becomes free to zero.
func Compact[S ~[]E, E comparable](s S) S {
	for k := 1; k < len(s); k++ {
		if s[k] != s[k-1] {
			continue
		}
		rest := s[k:]
		for j := 1; j < len(rest); j++ {
			if rest[j] != rest[j-1] {
				s[k] = rest[j]
				k++
			}
		}
		clear(s[k:])
		return s[:k]
	}
	return s
}

// CompactFunc is Compact with elements compared by eq, which keeps the first of each run.
func CompactFunc[S ~[]E, E any](s S, eq func(E, E) bool) S {
	for k := 1; k < len(s); k++ {
		if !eq(s[k], s[k-1]) {
			continue
		}
		rest := s[k:]
		for j := 1; j < len(rest); j++ {
			if !eq(rest[j], rest[j-1]) {
				s[k] = rest[j]
				k++
			}
		}
		clear(s[k:])
		return s[:k]
	}
	return s
}

// Grow makes sure that n elements can be appended without another allocation. It panics if n is
// negative.
func Grow[S ~[]E, E any](s S, n int) S {
	if n < 0 {
		panic("cannot be negative")
	}
	if n -= cap(s) - len(s); n > 0 {
		s = append(s[:cap(s)], make([]E, n)...)[:len(s)]
	}
	return s
}

// Clip takes the unused capacity away.
func Clip[S ~[]E, E any](s S) S { return s[:len(s):len(s)] }

// Reverse reverses the order of the elements.
func Reverse[S ~[]E, E any](s S) {
	for i, j := 0, len(s)-1; i < j; i, j = i+1, j-1 {
		s[i], s[j] = s[j], s[i]
	}
}

// Concat returns a new slice of the elements of all arguments.
func Concat[S ~[]E, E any](slices ...S) S {
	total := 0
	for _, s := range slices {
		total += len(s)
		if total < 0 {
			panic("len out of range")
		}
	}
	out := Grow[S](nil, total)
	for _, s := range slices {
		out = append(out, s...)
	}
	return out
}

// Repeat returns a new slice of count copies of x. It panics if count is negative or the result too
// long.
func Repeat[S ~[]E, E any](x S, count int) S {
	if count < 0 {
		panic("cannot be negative")
	}
	hi, total := bits.Mul(uint(len(x)), uint(count))
	const largest = ^uint(0) >> 1
	if hi > 0 || total > largest {
		panic("the result of (len(x) * count) overflows")
	}
	out := make(S, int(total))
	for n := copy(out, x); n < len(out); {
		n += copy(out[n:], out[:n])
	}
	return out
}

// rotateRight moves the last k elements in front of the others.
func rotateRight[E any](s []E, k int) {
	Reverse(s[:len(s)-k])
	Reverse(s[len(s)-k:])
	Reverse(s)
}

// overlap reports whether two slices have elements in common.
func overlap[E any](a, b []E) bool {
	if len(a) == 0 || len(b) == 0 {
		return false
	}
	// Elements of one array coincide or are apart: where they begin is enough.
	at := func(p *E) uintptr { return uintptr(unsafe.Pointer(p)) }
	return at(&a[0]) <= at(&b[len(b)-1]) && at(&b[0]) <= at(&a[len(a)-1])
}
