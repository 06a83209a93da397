// Package path works on paths with slashes, such as those of URLs.
package path

import (
	"errors"
	"internal/lexpath"
)

// Clean returns the shortest path equivalent to path by looking at it alone: it resolves "." and ".."
// elements and drops slashes that have no meaning. An empty result becomes ".".
func Clean(path string) string { return lexpath.Clean(path) }

// Split splits path behind its last slash.
func Split(path string) (dir, file string) {
	i := lexpath.LastSlash(path)
	return path[:i+1], path[i+1:]
}

// Join joins the elements that are not empty with slashes and cleans the result; "" if there are none.
func Join(elem ...string) string { return lexpath.Join(elem) }

// Ext returns the end of path from the last dot in its last element, "" if there is none.
func Ext(path string) string { return lexpath.Ext(path) }

// Base returns the last element of path, without trailing slashes: "." for an empty path, "/" for one
// of slashes only.
func Base(path string) string { return lexpath.Base(path) }

// IsAbs reports whether path begins with a slash.
func IsAbs(path string) bool { return len(path) > 0 && path[0] == '/' }

// Dir returns path without its last element, cleaned.
func Dir(path string) string { return Clean(path[:lexpath.LastSlash(path)+1]) }

// ErrBadPattern says that a pattern is malformed.
var ErrBadPattern = errors.New("syntax error in pattern")

// Match reports whether name matches the whole of a pattern:
//
//   - matches characters but slashes, ? one of them, [a-z] one of a class, [^a-z] one that is not
//     in it, and \c the character c.
//
// The only error is ErrBadPattern.
func Match(pattern, name string) (matched bool, err error) {
	matched, ok := lexpath.Match(pattern, name, true)
	if !ok {
		return false, ErrBadPattern
	}
	return matched, nil
}
