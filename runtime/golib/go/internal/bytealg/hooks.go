package bytealg

import "unsafe"

//go:noescape
func indexByte(s string, c byte) int

//go:noescape
func lastIndexByte(s string, c byte) int

//go:noescape
func countByte(s string, c byte) int

// count is Count for a sep of at least two bytes.
//
//go:noescape
func count(s, sep string) int

//go:noescape
func spaceBits(s string) (spaces, others uint64)

func makeNoZero(n int) (p unsafe.Pointer, c int)

// index is Index for a sep of at least two bytes.
//
//go:noescape
func index(s, sep string) int
