// Package report prints what the exhibits of the workshop find, with indentation and checks.
package report

import (
	"fmt"
	"io"
	"strings"
)

// Report writes lines below headings.
type Report struct {
	out    io.Writer
	depth  int
	checks int
	failed []string
}

// New returns a report on a writer.
func New(out io.Writer) *Report { return &Report{out: out} }

// Printf writes an indented line.
func (r *Report) Printf(format string, args ...any) {
	text := fmt.Sprintf(format, args...)
	for line := range strings.SplitSeq(strings.TrimSuffix(text, "\n"), "\n") {
		if line == "" {
			fmt.Fprintln(r.out)
			continue
		}
		fmt.Fprintf(r.out, "%s%s\n", strings.Repeat("  ", r.depth), line)
	}
}

// Section writes a heading and indents what body writes, however body ends.
func (r *Report) Section(title string, body func()) {
	r.Printf("== %s", title)
	r.depth++
	defer func() {
		r.depth--
		if fault := recover(); fault != nil {
			r.failed = append(r.failed, title)
			r.Printf("!! %s: %v", title, fault)
		}
	}()
	body()
}

// Check counts an expectation, and complains if it does not hold.
func (r *Report) Check(ok bool, format string, args ...any) {
	r.checks++
	if !ok {
		what := fmt.Sprintf(format, args...)
		r.failed = append(r.failed, what)
		r.Printf("FAILED: %s", what)
	}
}

// Equal checks that two values are the same.
func (r *Report) Equal[T comparable](got, want T, what string) {
	r.Check(got == want, "%s: got %v, want %v", what, got, want)
}

// Summary writes the number of checks and what failed.
func (r *Report) Summary() (ok bool) {
	defer func() { ok = len(r.failed) == 0 }()
	r.Printf("%d checks, %d failed", r.checks, len(r.failed))
	for _, f := range r.failed {
		r.Printf("- %s", f)
	}
	return
}

// Panics runs a function and returns what it panics with, or nil.
func Panics(f func()) (value any) {
	defer func() { value = recover() }()
	f()
	return nil
}
