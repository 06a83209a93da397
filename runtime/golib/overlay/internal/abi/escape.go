package abi

import "unsafe"

// Hints to gc's escape analysis. Ours is not told anything: what it cannot follow escapes.

// NoEscape returns p.
func NoEscape(p unsafe.Pointer) unsafe.Pointer { return p }

// Escape returns x.
func Escape[T any](x T) T { return x }

// EscapeNonString does nothing.
func EscapeNonString[T any](v T) {}

// EscapeToResultNonString returns v.
func EscapeToResultNonString[T any](v T) T { return v }
