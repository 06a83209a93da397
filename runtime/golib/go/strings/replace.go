package strings

import (
	"io"
	"unicode/utf8"
	"unsafe"
)

// asString returns b as a string; b must not change any more.
func asString(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

// ReplaceAll returns s with all old replaced by new.
func ReplaceAll(s, old, new string) string { return Replace(s, old, new, -1) }

// Replace returns s with the first n old that do not overlap replaced by new, all if n < 0. An
// empty old is found at the beginning and behind each character.
func Replace(s, old, new string, n int) string {
	if old == new || n == 0 {
		return s
	}
	m := Count(s, old)
	if m == 0 {
		return s
	}
	if n < 0 || m < n {
		n = m
	}
	var b Builder
	b.Grow(len(s) + n*(len(new)-len(old)))
	for i := range n {
		at := 0
		if old != "" {
			at = Index(s, old)
		} else if i > 0 {
			_, at = utf8.DecodeRuneInString(s)
		}
		b.WriteString(s[:at])
		b.WriteString(new)
		s = s[at+len(old):]
	}
	b.WriteString(s)
	return b.String()
}

// A Replacer replaces several strings at once. Goroutines may use it concurrently.
type Replacer struct {
	pairs    []string  // old and new strings in turn
	starts   [256]bool // bytes that old strings begin with
	bytes    []byte    // those bytes
	hasEmpty bool      // there is an empty old string
}

// NewReplacer returns a Replacer for pairs of old and new strings. At each position the first old
// string in the order of the arguments wins. It panics if a new string is missing.
func NewReplacer(oldnew ...string) *Replacer {
	if len(oldnew)%2 == 1 {
		panic("strings.NewReplacer: odd argument count")
	}
	r := &Replacer{pairs: append([]string(nil), oldnew...)}
	for i := 0; i < len(oldnew); i += 2 {
		if old := oldnew[i]; old == "" {
			r.hasEmpty = true
		} else if !r.starts[old[0]] {
			r.starts[old[0]] = true
			r.bytes = append(r.bytes, old[0])
		}
	}
	return r
}

// match returns the index of the pair whose old string s begins with, -1 if there is none.
func (r *Replacer) match(s string, emptyToo bool) int {
	for i := 0; i < len(r.pairs); i += 2 {
		if old := r.pairs[i]; HasPrefix(s, old) && (old != "" || emptyToo) {
			return i
		}
	}
	return -1
}

// mayFind reports whether there may be an old string in s; that there is none is often fast to see.
func (r *Replacer) mayFind(s string) bool {
	if r.hasEmpty || len(s) < 8*len(r.bytes) {
		return true
	}
	for _, c := range r.bytes {
		if IndexByte(s, c) >= 0 {
			return true
		}
	}
	return false
}

// Replace returns s with all replacements done.
func (r *Replacer) Replace(s string) string {
	if !r.mayFind(s) {
		return s
	}
	var b Builder
	last := 0 // what is before has been written
	afterEmpty := false
	for i := 0; i <= len(s); {
		if !r.hasEmpty {
			for i < len(s) && !r.starts[s[i]] {
				i++
			}
			if i == len(s) {
				break
			}
		}
		pair := r.match(s[i:], !afterEmpty)
		if pair < 0 {
			afterEmpty = false
			i++
			continue
		}
		old := r.pairs[pair]
		afterEmpty = old == ""
		b.WriteString(s[last:i])
		b.WriteString(r.pairs[pair+1])
		i += len(old)
		last = i
	}
	if last == 0 && b.Len() == 0 {
		return s
	}
	b.WriteString(s[last:])
	return b.String()
}

// WriteString writes s to w with all replacements done.
func (r *Replacer) WriteString(w io.Writer, s string) (n int, err error) {
	return io.WriteString(w, r.Replace(s))
}
