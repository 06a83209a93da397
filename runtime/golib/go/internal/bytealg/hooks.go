package bytealg

//go:noescape
func indexByte(s string, c byte) int

//go:noescape
func lastIndexByte(s string, c byte) int

//go:noescape
func countByte(s string, c byte) int

// index is Index for a sep of at least two bytes.
//
//go:noescape
func index(s, sep string) int
