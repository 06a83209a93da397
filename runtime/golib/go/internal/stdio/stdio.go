// Package stdio lets fmt use the standard streams without package os, which is large: a program that
// does not import os cannot replace them either. Where os is part of the program, it puts functions
// here that use its variables Stdin and Stdout.
package stdio

import (
	"io"
	"syscall"
)

// Write writes to standard output.
var Write = write

// Read reads from standard input.
var Read = read

// An Error is what os reports as a *PathError.
type Error struct {
	Op   string
	Path string
	Err  error
}

func (e *Error) Error() string { return e.Op + " " + e.Path + ": " + e.Err.Error() }

func (e *Error) Unwrap() error { return e.Err }

func write(b []byte) (n int, err error) {
	for {
		m, err := syscall.Write(1, b[n:])
		if err == syscall.EINTR {
			continue
		}
		if m > 0 {
			n += m
		}
		if err != nil {
			return n, &Error{"write", "/dev/stdout", err}
		}
		if n == len(b) {
			return n, nil
		}
		if m == 0 {
			return n, &Error{"write", "/dev/stdout", io.ErrUnexpectedEOF}
		}
	}
}

func read(b []byte) (n int, err error) {
	if len(b) == 0 {
		return 0, nil
	}
	for {
		n, err = syscall.Read(0, b)
		switch {
		case err == syscall.EINTR:
			continue
		case err != nil:
			return 0, &Error{"read", "/dev/stdin", err}
		case n == 0:
			return 0, io.EOF
		}
		return n, nil
	}
}
