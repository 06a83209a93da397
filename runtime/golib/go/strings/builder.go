// Package strings has functions on strings that hold UTF-8 text.
package strings

import (
	"internal/bytealg"
	"unicode/utf8"
	"unsafe"
)

// A Builder builds a string by writing to it. The zero Builder is empty. A Builder that has been
// written to must not be copied.
type Builder struct {
	self *Builder // the Builder itself once used, to detect copies
	buf  []byte
}

// check panics if b is a copy of a used Builder.
func (b *Builder) check() {
	if b.self == nil {
		// Through a uintptr, so that the reference does not make every Builder escape to the heap.
		b.self = (*Builder)(hide(unsafe.Pointer(b)))
	} else if b.self != b {
		panic("strings: illegal use of non-zero Builder copied by value")
	}
}

func hide(p unsafe.Pointer) unsafe.Pointer {
	x := uintptr(p)
	return unsafe.Pointer(x ^ 0)
}

// String returns the string built so far.
func (b *Builder) String() string {
	return unsafe.String(unsafe.SliceData(b.buf), len(b.buf))
}

// Len returns the length of the string built so far.
func (b *Builder) Len() int { return len(b.buf) }

// Cap returns how long the string can become without another allocation.
func (b *Builder) Cap() int { return cap(b.buf) }

// Reset makes b empty.
func (b *Builder) Reset() {
	b.self = nil
	b.buf = nil
}

// Grow makes sure that n more bytes fit without another allocation. It panics if n is negative.
func (b *Builder) Grow(n int) {
	b.check()
	if n < 0 {
		panic("strings.Builder.Grow: negative count")
	}
	if cap(b.buf)-len(b.buf) < n {
		buf := bytealg.MakeNoZero(2*cap(b.buf) + n)[:len(b.buf)]
		copy(buf, b.buf)
		b.buf = buf
	}
}

// Write appends p. The error is nil.
func (b *Builder) Write(p []byte) (int, error) {
	b.check()
	b.buf = append(b.buf, p...)
	return len(p), nil
}

// WriteByte appends c. The error is nil.
func (b *Builder) WriteByte(c byte) error {
	b.check()
	b.buf = append(b.buf, c)
	return nil
}

// WriteRune appends the UTF-8 encoding of r and returns its length. The error is nil.
func (b *Builder) WriteRune(r rune) (int, error) {
	b.check()
	n := len(b.buf)
	b.buf = utf8.AppendRune(b.buf, r)
	return len(b.buf) - n, nil
}

// WriteString appends s. The error is nil.
func (b *Builder) WriteString(s string) (int, error) {
	b.check()
	b.buf = append(b.buf, s...)
	return len(s), nil
}
