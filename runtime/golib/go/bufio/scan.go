package bufio

import (
	"bytes"
	"errors"
	"internal/bytealg"
	"io"
	"unicode"
	"unicode/utf8"
	"unsafe"
)

// A SplitFunc finds the first token in data, which is what has not been used of the input; atEOF
// says that no more will come. It returns how far to advance and the token. With nothing to return
// it asks for more data.
type SplitFunc func(data []byte, atEOF bool) (advance int, token []byte, err error)

// The errors of a Scanner.
var (
	ErrTooLong         = errors.New("bufio.Scanner: token too long")
	ErrNegativeAdvance = errors.New("bufio.Scanner: SplitFunc returns negative advance count")
	ErrAdvanceTooFar   = errors.New("bufio.Scanner: SplitFunc returns advance count beyond input")
	ErrBadReadCount    = errors.New("bufio.Scanner: Read returned impossible count")
)

// ErrFinalToken is returned by a SplitFunc with the last token, nil for none; it ends the scan
// without an error.
var ErrFinalToken = errors.New("final token")

const (
	// MaxScanTokenSize is the size of the longest token unless Buffer sets another.
	MaxScanTokenSize = 64 * 1024

	firstBufferSize = 4096
	maxEmptyTokens  = 100 // in a row without progress
)

// A Scanner reads tokens, by default lines, from a reader.
type Scanner struct {
	r         io.Reader
	split     SplitFunc
	lines     bool // split is ScanLines
	maxToken  int
	token     []byte
	buf       []byte
	start     int // buf[start:end] has not been used
	end       int
	err       error
	empties   int
	scanned   bool // Scan has been called
	finalSeen bool
}

// NewScanner returns a Scanner of r that splits it into lines.
func NewScanner(r io.Reader) *Scanner {
	return &Scanner{r: r, split: ScanLines, lines: true, maxToken: MaxScanTokenSize}
}

// Err returns the first error that is not io.EOF.
func (s *Scanner) Err() error {
	if s.err == io.EOF {
		return nil
	}
	return s.err
}

// Bytes returns the token that Scan found; the next Scan may overwrite it.
func (s *Scanner) Bytes() []byte { return s.token }

// Text returns the token that Scan found as a string.
func (s *Scanner) Text() string { return string(s.token) }

// Buffer sets the first buffer and the size that buffers may grow to. It panics after the first
// Scan.
func (s *Scanner) Buffer(buf []byte, max int) {
	if s.scanned {
		panic("Buffer called after Scan")
	}
	s.buf = buf[0:cap(buf)]
	s.maxToken = max
}

// Split sets the function that finds tokens. It panics after the first Scan.
func (s *Scanner) Split(split SplitFunc) {
	if s.scanned {
		panic("Split called after Scan")
	}
	s.split, s.lines = split, false
}

// fail records the first error; a real one replaces io.EOF.
func (s *Scanner) fail(err error) {
	if s.err == nil || s.err == io.EOF {
		s.err = err
	}
}

// Scan moves to the next token; it returns false at the end or after an error. It panics if the
// SplitFunc returns too many empty tokens without advancing.
func (s *Scanner) Scan() bool {
	noLine := false
	if start, end := s.start, s.end; s.lines && start < end { // most often the next line is in the buffer
		// The next start waits for this one: no check comes between them.
		data := unsafe.String((*byte)(unsafe.Add(unsafe.Pointer(unsafe.SliceData(s.buf)), start)), end-start)
		i := bytealg.IndexByte(data, '\n')
		if i >= 0 {
			s.start = start + i + 1
			s.empties = 0
			if i > 0 && data[i-1] == '\r' {
				i--
			}
			s.token = s.buf[start : start+i]
			return true
		}
		noLine = true
	}
	return s.next(noLine)
}

// next is Scan; with noLine there is no whole line in the buffer, and lines are looked for.
func (s *Scanner) next(noLine bool) bool {
	if s.finalSeen {
		return false
	}
	s.scanned = true
	for ; ; noLine = false {
		if s.end > s.start && !noLine || s.err != nil {
			advance, token, err := s.split(s.buf[s.start:s.end], s.err != nil)
			if err != nil {
				if err == ErrFinalToken {
					s.token = token
					s.finalSeen = true
					return token != nil
				}
				s.fail(err)
				return false
			}
			if uint(advance) > uint(s.end-s.start) {
				s.badAdvance(advance)
				return false
			}
			s.start += advance
			s.token = token
			if token != nil {
				if s.err == nil || advance > 0 {
					s.empties = 0
				} else if s.empties++; s.empties > maxEmptyTokens {
					panic("bufio.Scan: too many empty tokens without progressing")
				}
				return true
			}
		}
		if s.err != nil {
			s.start, s.end = 0, 0
			return false
		}
		if !s.makeRoom() {
			return false
		}
		s.read()
	}
}

// badAdvance notes why the buffer cannot be advanced by n bytes.
func (s *Scanner) badAdvance(n int) {
	if n < 0 {
		s.fail(ErrNegativeAdvance)
	} else {
		s.fail(ErrAdvanceTooFar)
	}
}

// makeRoom makes room in the buffer and reports whether that is possible.
func (s *Scanner) makeRoom() bool {
	if s.start > 0 && (s.end == len(s.buf) || s.start > len(s.buf)/2) {
		copy(s.buf, s.buf[s.start:s.end])
		s.end -= s.start
		s.start = 0
	}
	if s.end < len(s.buf) {
		return true
	}
	if len(s.buf) >= s.maxToken || len(s.buf) > maxInt/2 {
		s.fail(ErrTooLong)
		return false
	}
	size := 2 * len(s.buf)
	if size == 0 {
		size = firstBufferSize
	}
	if size > s.maxToken {
		size = s.maxToken
	}
	buf := make([]byte, size)
	copy(buf, s.buf[s.start:s.end])
	s.buf = buf
	s.end -= s.start
	s.start = 0
	return true
}

const maxInt = 1<<63 - 1

// read reads once, or until there is something or an error.
func (s *Scanner) read() {
	for tries := 0; ; {
		n, err := s.r.Read(s.buf[s.end:])
		if n < 0 || n > len(s.buf)-s.end {
			s.fail(ErrBadReadCount)
			return
		}
		s.end += n
		if err != nil {
			s.fail(err)
			return
		}
		if n > 0 {
			s.empties = 0
			return
		}
		if tries++; tries > maxEmptyReads {
			s.fail(io.ErrNoProgress)
			return
		}
	}
}

// ScanBytes is a SplitFunc for bytes.
func ScanBytes(data []byte, atEOF bool) (advance int, token []byte, err error) {
	if len(data) == 0 {
		return 0, nil, nil
	}
	return 1, data[:1], nil
}

// ScanRunes is a SplitFunc for characters. Invalid bytes become U+FFFD, each on its own.
func ScanRunes(data []byte, atEOF bool) (advance int, token []byte, err error) {
	if len(data) == 0 || !atEOF && !utf8.FullRune(data) {
		return 0, nil, nil
	}
	r, size := utf8.DecodeRune(data)
	if r == utf8.RuneError && size == 1 {
		return 1, []byte(string(utf8.RuneError)), nil
	}
	return size, data[:size], nil
}

// ScanLines is a SplitFunc for lines without their ends, which are newlines after an optional
// carriage return. The last line need not have an end.
func ScanLines(data []byte, atEOF bool) (advance int, token []byte, err error) {
	if len(data) == 0 {
		return 0, nil, nil
	}
	i := bytes.IndexByte(data, '\n')
	switch {
	case i >= 0:
		advance = i + 1
	case atEOF:
		i = len(data)
		advance = i
	default:
		return 0, nil, nil
	}
	if i > 0 && data[i-1] == '\r' {
		i--
	}
	return advance, data[:i], nil
}

// asciiSpaces has a bit for each white space of ASCII.
const asciiSpaces = 1<<' ' | 1<<'\t' | 1<<'\n' | 1<<'\v' | 1<<'\f' | 1<<'\r'

// ScanWords is a SplitFunc for words with white space between them.
func ScanWords(data []byte, atEOF bool) (advance int, token []byte, err error) {
	start := 0
	for start < len(data) {
		if c := data[start]; c < 64 && asciiSpaces>>c&1 != 0 {
			start++
			continue
		} else if c < utf8.RuneSelf {
			break
		}
		r, size := utf8.DecodeRune(data[start:])
		if !unicode.IsSpace(r) {
			break
		}
		start += size
	}
	for i := start; i < len(data); {
		if c := data[i]; c > ' ' && c < utf8.RuneSelf {
			i++
			continue
		}
		r, size := utf8.DecodeRune(data[i:])
		if unicode.IsSpace(r) {
			return i + size, data[start:i], nil
		}
		i += size
	}
	if atEOF && len(data) > start {
		return len(data), data[start:], nil
	}
	return start, nil, nil
}
