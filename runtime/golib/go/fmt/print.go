// Package fmt formats values as text, directed by format strings with verbs like those of C.
package fmt

import (
	"internal/atomic"
	"internal/rtype"
	"internal/stdio"
	"io"
	"unsafe"
)

// Stringer is implemented by values that know their text for %v, %s and their like.
type Stringer interface {
	String() string
}

// GoStringer is implemented by values that know their Go syntax for %#v.
type GoStringer interface {
	GoString() string
}

// Formatter is implemented by values that format themselves.
type Formatter interface {
	Format(f State, verb rune)
}

// State is what a Formatter gets to know about the directive, and where it writes.
type State interface {
	// Write appends to the output.
	Write(b []byte) (n int, err error)
	// Width returns the width and whether there is one.
	Width() (wid int, ok bool)
	// Precision returns the precision and whether there is one.
	Precision() (prec int, ok bool)
	// Flag reports whether the flag c, one of "-+# 0", is set.
	Flag(c int) bool
}

// A spec is a directive without its verb.
type spec struct {
	width, prec       int
	hasWidth, hasPrec bool
	special           bool // there may be anything at all

	minus, plus, sharp, space, zero bool

	// For %+v and %#v the flags are kept here, so that they do not apply to the parts of the value.
	plusV, sharpV bool
}

// A printer formats arguments into a buffer. It is the State that Formatters get.
type printer struct {
	buf []byte
	spec

	reordered  bool // the format has argument indexes
	indexValid bool // the directive's argument index is valid
	erroring   bool // printing a %! text: no methods are called
	panicking  bool // printing the value of a panic in a method
	wrapErrs   bool // %w is allowed
	wrapped    []int
}

// spare is a printer that is not in use, or nil: most programs print from one place at a time.
var spare unsafe.Pointer

// maxSpareBuffer is the capacity above which a buffer is not kept.
const maxSpareBuffer = 64 << 10

func newPrinter() *printer {
	p := (*printer)(atomic.XchgPtr(&spare, nil))
	if p == nil {
		return new(printer)
	}
	return p
}

// free keeps p for later.
func (p *printer) free() {
	if cap(p.buf) > maxSpareBuffer {
		return
	}
	*p = printer{buf: p.buf[:0]}
	atomic.StorePtr(&spare, unsafe.Pointer(p))
}

// Write appends b to the output.
func (p *printer) Write(b []byte) (n int, err error) {
	p.buf = append(p.buf, b...)
	return len(b), nil
}

// WriteString appends s to the output.
func (p *printer) WriteString(s string) (n int, err error) {
	p.buf = append(p.buf, s...)
	return len(s), nil
}

// Width returns the directive's width.
func (p *printer) Width() (wid int, ok bool) { return p.width, p.hasWidth }

// Precision returns the directive's precision.
func (p *printer) Precision() (prec int, ok bool) { return p.prec, p.hasPrec }

// Flag reports whether a flag is set.
func (p *printer) Flag(c int) bool {
	switch c {
	case '-':
		return p.minus
	case '+':
		return p.plus || p.plusV
	case '#':
		return p.sharp || p.sharpV
	case ' ':
		return p.space
	case '0':
		return p.zero
	}
	return false
}

// print formats as Print does: spaces between operands when neither is a string.
func (p *printer) print(a []any) {
	afterString := true // no space before the first
	for _, arg := range a {
		isString := kindIsString(arg)
		if !isString && !afterString {
			p.buf = append(p.buf, ' ')
		}
		p.arg(arg, 'v')
		afterString = isString
	}
}

func kindIsString(arg any) bool {
	_, ok := arg.(string)
	return ok || rtype.ValueOf(arg).Kind() == kindString
}

// println formats as Println does: spaces between all operands and a newline.
func (p *printer) println(a []any) {
	for i, arg := range a {
		if i > 0 {
			p.buf = append(p.buf, ' ')
		}
		p.arg(arg, 'v')
	}
	p.buf = append(p.buf, '\n')
}

// Fprintf formats according to a format and writes to w.
func Fprintf(w io.Writer, format string, a ...any) (n int, err error) {
	p := newPrinter()
	p.printf(format, a)
	n, err = w.Write(p.buf)
	p.free()
	return n, err
}

// Printf formats according to a format and writes to standard output.
func Printf(format string, a ...any) (n int, err error) {
	p := newPrinter()
	p.printf(format, a)
	n, err = stdio.Write(p.buf)
	p.free()
	return n, err
}

// Sprintf formats according to a format and returns the text.
func Sprintf(format string, a ...any) string {
	p := newPrinter()
	p.printf(format, a)
	s := string(p.buf)
	p.free()
	return s
}

// Appendf formats according to a format and appends the text to b.
func Appendf(b []byte, format string, a ...any) []byte {
	p := newPrinter()
	p.printf(format, a)
	b = append(b, p.buf...)
	p.free()
	return b
}

// Fprint formats with %v and writes to w. Spaces are added between operands when neither is a
// string.
func Fprint(w io.Writer, a ...any) (n int, err error) {
	p := newPrinter()
	p.print(a)
	n, err = w.Write(p.buf)
	p.free()
	return n, err
}

// Print is Fprint to standard output.
func Print(a ...any) (n int, err error) {
	p := newPrinter()
	p.print(a)
	n, err = stdio.Write(p.buf)
	p.free()
	return n, err
}

// Sprint is Fprint that returns the text.
func Sprint(a ...any) string {
	p := newPrinter()
	p.print(a)
	s := string(p.buf)
	p.free()
	return s
}

// Append is Fprint that appends the text to b.
func Append(b []byte, a ...any) []byte {
	p := newPrinter()
	p.print(a)
	b = append(b, p.buf...)
	p.free()
	return b
}

// Fprintln formats with %v and writes to w, with spaces between all operands and a newline.
func Fprintln(w io.Writer, a ...any) (n int, err error) {
	p := newPrinter()
	p.println(a)
	n, err = w.Write(p.buf)
	p.free()
	return n, err
}

// Println is Fprintln to standard output.
func Println(a ...any) (n int, err error) {
	p := newPrinter()
	p.println(a)
	n, err = stdio.Write(p.buf)
	p.free()
	return n, err
}

// Sprintln is Fprintln that returns the text.
func Sprintln(a ...any) string {
	p := newPrinter()
	p.println(a)
	s := string(p.buf)
	p.free()
	return s
}

// Appendln is Fprintln that appends the text to b.
func Appendln(b []byte, a ...any) []byte {
	p := newPrinter()
	p.println(a)
	b = append(b, p.buf...)
	p.free()
	return b
}
