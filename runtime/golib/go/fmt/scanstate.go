package fmt

import (
	"errors"
	"io"
	"unicode/utf8"
)

const (
	eof     = -1
	noLimit = 1<<63 - 1
)

// state is a scan in progress.
type state struct {
	in       io.RuneScanner
	buf      []byte // the token that is read
	newlines newlines
	ended    bool // the end of the input, or of the line that it ends with, was reached
	count    int  // characters read
	limit    int  // of count, by the width of a verb
	width    int
	hasWidth bool
}

func newState(r io.Reader, n newlines) *state {
	s := &state{newlines: n, limit: noLimit}
	if in, ok := r.(io.RuneScanner); ok {
		s.in = in
	} else {
		s.in = &runeReader{r: r, last: none}
	}
	return s
}

// runeReader reads characters from a Reader, byte by byte, so that nothing behind the scan is taken.
type runeReader struct {
	r       io.Reader
	one     [1]byte
	pending []byte // read, but part of no character yet
	last    rune   // the character for UnreadRune
	unread  bool
}

const none rune = -1

func (r *runeReader) readByte() (byte, error) {
	if len(r.pending) > 0 {
		b := r.pending[0]
		r.pending = r.pending[1:]
		return b, nil
	}
	n, err := io.ReadFull(r.r, r.one[:])
	if n != 1 {
		return 0, err
	}
	return r.one[0], nil
}

func (r *runeReader) ReadRune() (c rune, size int, err error) {
	if r.unread {
		r.unread = false
		return r.last, utf8.RuneLen(r.last), nil
	}
	b, err := r.readByte()
	if err != nil {
		return 0, 0, err
	}
	if b < utf8.RuneSelf {
		r.last = rune(b)
		return r.last, 1, nil
	}
	var bytes [utf8.UTFMax]byte
	bytes[0] = b
	n := 1
	for ; !utf8.FullRune(bytes[:n]); n++ {
		if bytes[n], err = r.readByte(); err != nil {
			if err == io.EOF {
				break
			}
			return 0, 0, err
		}
	}
	c, size = utf8.DecodeRune(bytes[:n])
	if size < n {
		r.pending = append(append([]byte(nil), bytes[size:n]...), r.pending...)
	}
	r.last = c
	return c, size, nil
}

func (r *runeReader) UnreadRune() error {
	if r.unread || r.last == none {
		return errors.New("fmt: scanning called UnreadRune with no rune available")
	}
	r.unread = true
	return nil
}

func (s *state) Read(buf []byte) (n int, err error) {
	return 0, errors.New("ScanState's Read should not be called. Use ReadRune")
}

func (s *state) ReadRune() (r rune, size int, err error) {
	if s.ended || s.count >= s.limit {
		return 0, 0, io.EOF
	}
	r, size, err = s.in.ReadRune()
	switch {
	case err == nil:
		s.count++
		s.ended = s.newlines == newlineEnds && r == '\n'
	case err == io.EOF:
		s.ended = true
	}
	return r, size, err
}

func (s *state) UnreadRune() error {
	s.in.UnreadRune()
	s.ended = false
	s.count--
	return nil
}

func (s *state) Width() (wid int, ok bool) {
	if !s.hasWidth {
		return 0, false
	}
	return s.width, true
}

// next reads a character, eof at the end. Other errors end the scan.
func (s *state) next() rune {
	r, _, err := s.ReadRune()
	if err != nil {
		if err == io.EOF {
			return eof
		}
		s.failWith(err)
	}
	return r
}

// must is next where the end is an error.
func (s *state) must() rune {
	r := s.next()
	if r == eof {
		s.failWith(io.ErrUnexpectedEOF)
	}
	return r
}

// needInput ends the scan with io.EOF if there is no input left.
func (s *state) needInput() {
	if s.next() == eof {
		panic(io.EOF)
	}
	s.UnreadRune()
}

func (s *state) SkipSpace() {
	for {
		r := s.next()
		switch {
		case r == eof:
			return
		case r == '\r' && s.peek("\n"):
		case r == '\n':
			if s.newlines != newlinesAreSpace {
				s.fail("unexpected newline")
			}
		case !isSpace(r):
			s.UnreadRune()
			return
		}
	}
}

func (s *state) Token(skipSpace bool, f func(rune) bool) (token []byte, err error) {
	defer func() {
		if p := recover(); p != nil {
			e, ok := p.(scanError)
			if !ok {
				panic(p)
			}
			err = e.err
		}
	}()
	if f == nil {
		f = notSpace
	}
	s.buf = s.buf[:0]
	return s.token(skipSpace, f), nil
}

func (s *state) token(skipSpace bool, f func(rune) bool) []byte {
	if skipSpace {
		s.SkipSpace()
	}
	for {
		r := s.next()
		if r == eof {
			return s.buf
		}
		if !f(r) {
			s.UnreadRune()
			return s.buf
		}
		s.buf = utf8.AppendRune(s.buf, r)
	}
}

// has reports whether r is one of the characters in set.
func has(set string, r rune) bool {
	for _, c := range set {
		if c == r {
			return true
		}
	}
	return false
}

// take reads the next character if it is in set.
func (s *state) take(set string) (r rune, ok bool) {
	r = s.next()
	if r == eof {
		return r, false
	}
	if !has(set, r) {
		s.UnreadRune()
		return r, false
	}
	return r, true
}

// accept is take that adds the character to the token.
func (s *state) accept(set string) bool {
	r, ok := s.take(set)
	if ok {
		s.buf = utf8.AppendRune(s.buf, r)
	}
	return ok
}

func (s *state) peek(set string) bool {
	r := s.next()
	if r != eof {
		s.UnreadRune()
	}
	return has(set, r)
}

func decode(s string) (rune, int) { return utf8.DecodeRuneInString(s) }

// isSpace reports whether r is white space; unicode.IsSpace would need that package.
func isSpace(r rune) bool {
	switch {
	case r < 0x85:
		return r == ' ' || '\t' <= r && r <= '\r'
	case r < 0x2000:
		return r == 0x85 || r == 0xA0 || r == 0x1680
	}
	return r <= 0x200A || r == 0x2028 || r == 0x2029 || r == 0x202F || r == 0x205F || r == 0x3000
}

func notSpace(r rune) bool { return !isSpace(r) }
