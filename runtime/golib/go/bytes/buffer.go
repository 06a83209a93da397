package bytes

import (
	"errors"
	"io"
	"unicode/utf8"
)

// MinRead is the least room that ReadFrom passes to Read.
const MinRead = 512

// ErrTooLarge is the panic of a Buffer that cannot grow.
var ErrTooLarge = errors.New("bytes.Buffer: too large")

var errNegativeRead = errors.New("bytes.Buffer: reader returned negative count from Read")

// A Buffer is a queue of bytes: writes append, reads take from the front. The zero Buffer is empty.
type Buffer struct {
	buf      []byte // what is from off on has not been read
	off      int
	lastRead lastRead
}

// lastRead is what the last operation was, for the Unread functions: the size of the character
// read, or one of the constants.
type lastRead int8

const (
	readOther lastRead = -1 // some bytes
	readNone  lastRead = 0  // not a read
)

// NewBuffer returns a Buffer with the contents buf, which it takes over.
func NewBuffer(buf []byte) *Buffer { return &Buffer{buf: buf} }

// NewBufferString returns a Buffer with the contents s.
func NewBufferString(s string) *Buffer { return &Buffer{buf: []byte(s)} }

// Bytes returns what has not been read; it is valid until the next change of the Buffer.
func (b *Buffer) Bytes() []byte { return b.buf[b.off:] }

// String returns what has not been read, "<nil>" for a nil Buffer.
func (b *Buffer) String() string {
	if b == nil {
		return "<nil>"
	}
	return string(b.buf[b.off:])
}

// AvailableBuffer returns an empty slice with the room behind the contents.
func (b *Buffer) AvailableBuffer() []byte { return b.buf[len(b.buf):] }

// Available returns how many bytes can be written without another allocation.
func (b *Buffer) Available() int { return cap(b.buf) - len(b.buf) }

// Len returns the number of bytes that have not been read.
func (b *Buffer) Len() int { return len(b.buf) - b.off }

// Cap returns the size of the memory behind the Buffer.
func (b *Buffer) Cap() int { return cap(b.buf) }

func (b *Buffer) empty() bool { return b.off >= len(b.buf) }

// Peek returns the next n bytes without reading them, or all with io.EOF if there are fewer.
func (b *Buffer) Peek(n int) ([]byte, error) {
	if b.Len() < n {
		return b.buf[b.off:], io.EOF
	}
	return b.buf[b.off : b.off+n], nil
}

// Truncate drops all but the first n bytes that have not been read.
func (b *Buffer) Truncate(n int) {
	if n == 0 {
		b.Reset()
		return
	}
	b.lastRead = readNone
	if n < 0 || n > b.Len() {
		panic("bytes.Buffer: truncation out of range")
	}
	b.buf = b.buf[:b.off+n]
}

// Reset makes the Buffer empty and keeps its memory.
func (b *Buffer) Reset() {
	b.buf = b.buf[:0]
	b.off = 0
	b.lastRead = readNone
}

// smallSize is the capacity of the first allocation.
const smallSize = 64

// extend makes room for n more bytes and returns where they begin.
func (b *Buffer) extend(n int) int {
	if at := len(b.buf); n <= cap(b.buf)-at {
		b.buf = b.buf[:at+n]
		return at
	}
	return b.grow(n)
}

// grow is extend that first makes use of what has been read.
func (b *Buffer) grow(n int) int {
	unread := b.Len()
	if unread == 0 && b.off != 0 {
		b.Reset()
	}
	if at := len(b.buf); n <= cap(b.buf)-at {
		b.buf = b.buf[:at+n]
		return at
	}
	if b.buf == nil && n <= smallSize {
		b.buf = make([]byte, n, smallSize)
		return 0
	}
	size := cap(b.buf)
	switch {
	case n <= size/2-unread: // moving is enough, and leaves enough room for the next writes
		copy(b.buf, b.buf[b.off:])
	case size > maxInt-size-n:
		panic(ErrTooLarge)
	default:
		b.buf = grown(b.buf[b.off:], b.off+n)
	}
	b.off = 0
	b.buf = b.buf[:unread+n]
	return unread
}

const maxInt = 1<<63 - 1

// grown returns a copy of b with room for n more bytes, at least double its size.
func grown(b []byte, n int) []byte {
	defer func() {
		if recover() != nil {
			panic(ErrTooLarge)
		}
	}()
	size := len(b) + n
	if size < 2*cap(b) {
		size = 2 * cap(b)
	}
	bigger := append([]byte(nil), make([]byte, size)...)
	copy(bigger, b)
	return bigger[:len(b)]
}

// Grow makes sure that n more bytes fit without another allocation.
func (b *Buffer) Grow(n int) {
	if n < 0 {
		panic("bytes.Buffer.Grow: negative count")
	}
	b.buf = b.buf[:b.grow(n)]
}

// Write appends p. The error is nil.
func (b *Buffer) Write(p []byte) (n int, err error) {
	b.lastRead = readNone
	at := b.extend(len(p))
	return copy(b.buf[at:], p), nil
}

// WriteString appends s. The error is nil.
func (b *Buffer) WriteString(s string) (n int, err error) {
	b.lastRead = readNone
	at := b.extend(len(s))
	return copy(b.buf[at:], s), nil
}

// WriteByte appends c. The error is nil.
func (b *Buffer) WriteByte(c byte) error {
	b.lastRead = readNone
	at := b.extend(1)
	b.buf[at] = c
	return nil
}

// WriteRune appends the UTF-8 encoding of r. The error is nil.
func (b *Buffer) WriteRune(r rune) (n int, err error) {
	if uint32(r) < utf8.RuneSelf {
		b.WriteByte(byte(r))
		return 1, nil
	}
	b.lastRead = readNone
	at := b.extend(utf8.UTFMax)
	b.buf = utf8.AppendRune(b.buf[:at], r)
	return len(b.buf) - at, nil
}

// ReadFrom appends what r returns until its end.
func (b *Buffer) ReadFrom(r io.Reader) (n int64, err error) {
	b.lastRead = readNone
	for {
		at := b.grow(MinRead)
		b.buf = b.buf[:at]
		m, err := r.Read(b.buf[at:cap(b.buf)])
		if m < 0 {
			panic(errNegativeRead)
		}
		b.buf = b.buf[:at+m]
		n += int64(m)
		if err == io.EOF {
			return n, nil
		}
		if err != nil {
			return n, err
		}
	}
}

// WriteTo writes to w what has not been read.
func (b *Buffer) WriteTo(w io.Writer) (n int64, err error) {
	b.lastRead = readNone
	if unread := b.Len(); unread > 0 {
		m, err := w.Write(b.buf[b.off:])
		if m > unread {
			panic("bytes.Buffer.WriteTo: invalid Write count")
		}
		b.off += m
		n = int64(m)
		if err != nil {
			return n, err
		}
		if m != unread {
			return n, io.ErrShortWrite
		}
	}
	b.Reset()
	return n, nil
}

// Read reads bytes.
func (b *Buffer) Read(p []byte) (n int, err error) {
	b.lastRead = readNone
	if b.empty() {
		b.Reset()
		if len(p) == 0 {
			return 0, nil
		}
		return 0, io.EOF
	}
	n = copy(p, b.buf[b.off:])
	b.off += n
	if n > 0 {
		b.lastRead = readOther
	}
	return n, nil
}

// Next reads n bytes, fewer if there are not that many; they are valid until the next change.
func (b *Buffer) Next(n int) []byte {
	b.lastRead = readNone
	if n > b.Len() {
		n = b.Len()
	}
	data := b.buf[b.off : b.off+n]
	b.off += n
	if n > 0 {
		b.lastRead = readOther
	}
	return data
}

// ReadByte reads a byte.
func (b *Buffer) ReadByte() (byte, error) {
	if b.empty() {
		b.Reset()
		return 0, io.EOF
	}
	c := b.buf[b.off]
	b.off++
	b.lastRead = readOther
	return c, nil
}

// ReadRune reads a character.
func (b *Buffer) ReadRune() (r rune, size int, err error) {
	if b.empty() {
		b.Reset()
		return 0, 0, io.EOF
	}
	r, size = utf8.DecodeRune(b.buf[b.off:])
	b.off += size
	b.lastRead = lastRead(size)
	return r, size, nil
}

// UnreadRune takes the character back that ReadRune returned last.
func (b *Buffer) UnreadRune() error {
	if b.lastRead <= readNone {
		return errors.New("bytes.Buffer: UnreadRune: previous operation was not a successful ReadRune")
	}
	if b.off >= int(b.lastRead) {
		b.off -= int(b.lastRead)
	}
	b.lastRead = readNone
	return nil
}

var errUnreadByte = errors.New("bytes.Buffer: UnreadByte: previous operation was not a successful read")

// UnreadByte takes the last byte back that the last operation read.
func (b *Buffer) UnreadByte() error {
	if b.lastRead == readNone {
		return errUnreadByte
	}
	b.lastRead = readNone
	if b.off > 0 {
		b.off--
	}
	return nil
}

// take reads up to and including the first delim, or all with io.EOF if there is none.
func (b *Buffer) take(delim byte) (line []byte, err error) {
	i := IndexByte(b.buf[b.off:], delim)
	end := b.off + i + 1
	if i < 0 {
		end = len(b.buf)
		err = io.EOF
	}
	line = b.buf[b.off:end]
	b.off = end
	b.lastRead = readOther
	return line, err
}

// ReadBytes reads up to and including the first delim, or all with io.EOF if there is none.
func (b *Buffer) ReadBytes(delim byte) (line []byte, err error) {
	line, err = b.take(delim)
	return append([]byte(nil), line...), err
}

// ReadString is ReadBytes that returns a string.
func (b *Buffer) ReadString(delim byte) (line string, err error) {
	bytes, err := b.take(delim)
	return string(bytes), err
}
