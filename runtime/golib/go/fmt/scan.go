package fmt

import (
	"errors"
	"internal/stdio"
	"io"
)

// ScanState is what a Scanner reads from.
type ScanState interface {
	// ReadRune reads the next character. Of Scanln, Fscanln and Sscanln io.EOF is the newline too.
	ReadRune() (r rune, size int, err error)
	// UnreadRune puts the last character back.
	UnreadRune() error
	// SkipSpace skips white space; newlines as the operation demands it.
	SkipSpace()
	// Token skips white space if skipSpace is true, and returns the characters for which f holds; nil
	// stands for those that are no white space. The bytes are valid until the next call.
	Token(skipSpace bool, f func(rune) bool) (token []byte, err error)
	// Width returns the width of the verb, if there is one.
	Width() (wid int, ok bool)
	// Read must not be called: ReadRune takes its place.
	Read(buf []byte) (n int, err error)
}

// A Scanner scans its own value; verb is the verb of the format, 'v' without a format.
type Scanner interface {
	Scan(state ScanState, verb rune) error
}

// stdin reads from standard input.
type stdin struct{}

func (stdin) Read(b []byte) (int, error) { return stdio.Read(b) }

// stringReader reads from a string.
type stringReader string

func (r *stringReader) Read(b []byte) (n int, err error) {
	n = copy(b, *r)
	*r = (*r)[n:]
	if n == 0 {
		err = io.EOF
	}
	return n, err
}

// How the functions treat newlines.
type newlines uint8

const (
	newlinesAreSpace newlines = iota
	newlineEnds
	newlinesMatch // those of the format
)

// Scan reads values separated by spaces or newlines from standard input.
func Scan(a ...any) (n int, err error) { return Fscan(stdin{}, a...) }

// Scanln is Scan of one line.
func Scanln(a ...any) (n int, err error) { return Fscanln(stdin{}, a...) }

// Scanf reads values as a format says from standard input.
func Scanf(format string, a ...any) (n int, err error) { return Fscanf(stdin{}, format, a...) }

// Sscan is Scan from a string.
func Sscan(str string, a ...any) (n int, err error) { return Fscan((*stringReader)(&str), a...) }

// Sscanln is Scanln from a string.
func Sscanln(str string, a ...any) (n int, err error) { return Fscanln((*stringReader)(&str), a...) }

// Sscanf is Scanf from a string.
func Sscanf(str string, format string, a ...any) (n int, err error) {
	return Fscanf((*stringReader)(&str), format, a...)
}

// Fscan is Scan from r.
func Fscan(r io.Reader, a ...any) (n int, err error) {
	s := newState(r, newlinesAreSpace)
	return s.scan(a)
}

// Fscanln is Scanln from r.
func Fscanln(r io.Reader, a ...any) (n int, err error) {
	s := newState(r, newlineEnds)
	return s.scan(a)
}

// Fscanf is Scanf from r.
func Fscanf(r io.Reader, format string, a ...any) (n int, err error) {
	s := newState(r, newlinesMatch)
	return s.scanf(format, a)
}

// scanError is the panic that ends a scan: what is not fit is found deep in the calls.
type scanError struct{ err error }

func (s *state) fail(text string)   { panic(scanError{errors.New(text)}) }
func (s *state) failWith(err error) { panic(scanError{err}) }
func (s *state) failVerb(verb rune, typ string) {
	s.fail("bad verb '%" + string(verb) + "' for " + typ)
}

// caught turns a panic of a scan into its error.
func caught(err *error) {
	switch p := recover().(type) {
	case nil:
	case scanError:
		*err = p.err
	case error:
		if p != io.EOF {
			panic(p)
		}
		*err = p
	default:
		panic(p)
	}
}

// scan scans values without a format.
func (s *state) scan(a []any) (n int, err error) {
	n, err = s.operands(a)
	if err == nil && s.newlines == newlineEnds {
		err = s.endOfLine()
	}
	return n, err
}

func (s *state) operands(a []any) (n int, err error) {
	defer caught(&err)
	for _, arg := range a {
		s.operand('v', arg)
		n++
	}
	return n, nil
}

// endOfLine reads what is left of a line: nothing but white space.
func (s *state) endOfLine() (err error) {
	defer caught(&err)
	for {
		r := s.next()
		if r == '\n' || r == eof {
			return nil
		}
		if !isSpace(r) {
			s.fail("expected newline")
		}
	}
}

// scanf scans values by a format.
func (s *state) scanf(format string, a []any) (n int, err error) {
	defer caught(&err)
	for format != "" {
		if done := s.matchText(format); done > 0 {
			format = format[done:]
			continue
		} else if format[0] != '%' {
			if done < 0 {
				s.fail("input does not match format")
			}
			break
		}
		format = format[1:] // %
		var width int
		var hasWidth bool
		width, hasWidth, format = leadingNumber(format)
		verb, size := decode(format)
		rest := format
		format = format[size:]
		if verb != 'c' {
			s.SkipSpace()
		}
		if verb == '%' {
			s.SkipSpace()
			s.needInput()
			if !s.accept("%") {
				s.fail("missing literal %")
			}
			continue
		}
		s.width, s.hasWidth = width, hasWidth
		s.limit = noLimit
		if hasWidth {
			s.limit = s.count + width
		}
		if n >= len(a) {
			s.fail("too few operands for format '%" + rest + "'")
		}
		s.operand(verb, a[n])
		n++
		s.hasWidth, s.limit = false, noLimit
	}
	if n < len(a) {
		s.fail("too many operands")
	}
	return n, nil
}

// leadingNumber takes a number off a format.
func leadingNumber(format string) (n int, ok bool, rest string) {
	for format != "" && '0' <= format[0] && format[0] <= '9' {
		if n > 1e6 { // more than any width makes sense for
			return 0, false, ""
		}
		n = n*10 + int(format[0]-'0')
		ok = true
		format = format[1:]
	}
	return n, ok, format
}

// matchText matches the format up to a verb with the input and returns the bytes of the format that
// fit, -1 if a character does not.
func (s *state) matchText(format string) (done int) {
	for done < len(format) {
		c, size := decode(format[done:])
		if isSpace(c) {
			done += s.matchSpace(format[done:])
			continue
		}
		if c == '%' {
			if done+size == len(format) {
				s.fail("missing verb: % at end of format string")
			}
			if format[done+size] != '%' {
				return done
			}
			done += size
		}
		if s.must() != c {
			s.UnreadRune()
			return -1
		}
		done += size
	}
	return done
}

// matchSpace matches a run of white space at the beginning of the format. Each newline in it needs a
// newline or the end of the input, with spaces in front; spaces behind the last newline, or without
// one, match any number of spaces, at least one in the latter case.
func (s *state) matchSpace(format string) (done int) {
	lines, spaces := 0, false
	for done < len(format) {
		c, size := decode(format[done:])
		if !isSpace(c) {
			break
		}
		done += size
		if spaces = c != '\n'; !spaces {
			lines++
		}
	}
	for range lines {
		r := s.next()
		for isSpace(r) && r != '\n' {
			r = s.next()
		}
		if r != '\n' && r != eof {
			s.fail("newline in format does not match input")
		}
	}
	if !spaces {
		return done
	}
	r := s.next()
	if lines == 0 {
		if !isSpace(r) && r != eof {
			s.fail("expected space in input to match format")
		}
		if r == '\n' {
			s.fail("newline in input does not match format")
		}
	}
	for isSpace(r) && r != '\n' {
		r = s.next()
	}
	if r != eof {
		s.UnreadRune()
	}
	return done
}
