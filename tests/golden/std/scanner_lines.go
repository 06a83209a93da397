package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"
)

// pieces returns its strings one by one, then an error.
type pieces struct {
	parts []string
	err   error
}

func (p *pieces) Read(b []byte) (int, error) {
	if len(p.parts) == 0 {
		return 0, p.err
	}
	n := copy(b, p.parts[0])
	if p.parts[0] = p.parts[0][n:]; p.parts[0] == "" {
		p.parts = p.parts[1:]
	}
	return n, nil
}

func show(name string, s *bufio.Scanner) {
	fmt.Print(name, ":")
	for s.Scan() {
		if text := s.Text(); len(text) > 20 {
			fmt.Printf(" %q…%d", text[:5], len(text))
		} else {
			fmt.Printf(" %q", text)
		}
	}
	fmt.Printf(" %v %q %v\n", s.Err(), s.Bytes(), s.Scan())
}

// Lines however the reader cuts them.
func main() {
	lines := func(err error, parts ...string) *bufio.Scanner { return bufio.NewScanner(&pieces{parts, err}) }
	show("empty", lines(io.EOF))
	show("newlines", lines(io.EOF, "\n\n\r\n\n"))
	show("cut", lines(io.EOF, "a", "b\nc", "", "\r", "\n\rd\r\r\ne\r", "\nlast"))
	show("last ends", lines(io.EOF, "one\ntwo\n"))
	show("last is a return", lines(io.EOF, "one\ntwo\r"))
	show("error", lines(errors.New("broken"), "one\ntwo\nthr"))
	long := strings.Repeat("x", 5000)
	show("grows", lines(io.EOF, "a\n"+long+"\nb\n", long, long+"\r\n", "c"))
	show("too long", lines(io.EOF, "a\n", strings.Repeat(long, 14), "\nb\n"))
	show("no progress", lines(nil, "a\nb"))

	s := lines(io.EOF, "one\n", "seventeen\nx\n")
	s.Buffer(make([]byte, 0, 4), 8)
	show("small buffer", s)
	s = lines(io.EOF, "one two\nthree ")
	s.Split(bufio.ScanWords)
	show("words", s)
	s = lines(io.EOF, "one\ntwo")
	s.Split(func(data []byte, atEOF bool) (int, []byte, error) {
		advance, token, err := bufio.ScanLines(data, atEOF)
		if string(token) == "two" {
			err = bufio.ErrFinalToken
		}
		return advance, token, err
	})
	show("wrapped", s)

	for _, wrong := range []int{-1, 10} {
		s = lines(io.EOF, "one\ntwo\n")
		s.Split(func(data []byte, atEOF bool) (int, []byte, error) {
			if string(data[:3]) == "two" {
				return wrong, data[:1], nil
			}
			return bufio.ScanLines(data, atEOF)
		})
		show("wrong advance", s)
	}
	s = lines(io.EOF, "one\ntwo\nthree\n")
	s.Split(func(data []byte, atEOF bool) (int, []byte, error) {
		advance, token, err := bufio.ScanLines(data, atEOF)
		if string(token) == "two" {
			err = errors.New("two is an error")
		}
		return advance, token, err
	})
	show("split fails", s)
	fmt.Println(s.Scan(), s.Text())

	s = lines(io.EOF, "one\ntwo\n")
	s.Scan()
	for _, f := range []func(){func() { s.Split(bufio.ScanLines) }, func() { s.Buffer(nil, 1) }} {
		func() {
			defer func() { fmt.Println(recover()) }()
			f()
		}()
	}
	fmt.Println(s.Scan(), s.Text(), s.Scan(), s.Text() == "", s.Scan())
}
