package lexpath

import (
	"errors"
	"unicode/utf8"
)

// errBadPattern says that a pattern is malformed.
var errBadPattern = errors.New("syntax error in pattern")

// Match reports whether name matches pattern, and whether that is well formed. The pattern is cut in front of its stars: what stands
// between two of them is matched at the first place where it fits, which never excludes a match of the
// rest because a star takes anything but slashes.
//
// With all, the whole pattern is checked even where a part that does not match comes first.
func Match(pattern, name string, all bool) (matched, ok bool) {
	matched, err := match(pattern, name, all)
	return matched, err == nil
}

func match(pattern, name string, all bool) (matched bool, err error) {
	for len(pattern) > 0 {
		star, chunk, rest := cut(pattern)
		pattern = rest
		if star && chunk == "" {
			// A star at the end takes all that has no slash.
			return LastSlash(name) < 0, nil
		}
		after, ok, err := matchChunk(chunk, name)
		// The last chunk must reach the end.
		if ok && (after == "" || len(pattern) > 0) {
			name = after
			continue
		}
		if err != nil {
			return false, err
		}
		if star && matchLater(chunk, &name, len(pattern) == 0, &err) {
			continue
		}
		if err != nil {
			return false, err
		}
		if !all {
			return false, nil
		}
		return false, validate(pattern)
	}
	return name == "", nil
}

// matchLater looks for chunk further on in name, up to a slash, and sets name to what is behind it.
func matchLater(chunk string, name *string, last bool, err *error) bool {
	s := *name
	for i := 0; i < len(s) && s[i] != '/'; i++ {
		after, ok, e := matchChunk(chunk, s[i+1:])
		if ok && !(last && after != "") {
			*name = after
			return true
		}
		if e != nil {
			*err = e
			return false
		}
	}
	return false
}

// validate checks the syntax of what is left of a pattern.
func validate(pattern string) error {
	for len(pattern) > 0 {
		var chunk string
		_, chunk, pattern = cut(pattern)
		if _, _, err := matchChunk(chunk, ""); err != nil {
			return err
		}
	}
	return nil
}

// cut takes the stars at the beginning of pattern and what follows up to the next star off.
func cut(pattern string) (star bool, chunk, rest string) {
	for len(pattern) > 0 && pattern[0] == '*' {
		pattern = pattern[1:]
		star = true
	}
	inClass := false
	i := 0
scan:
	for ; i < len(pattern); i++ {
		switch pattern[i] {
		case '\\':
			if i+1 < len(pattern) { // what is wrong with the pattern is found by matchChunk
				i++
			}
		case '[':
			inClass = true
		case ']':
			inClass = false
		case '*':
			if !inClass {
				break scan
			}
		}
	}
	return star, pattern[:i], pattern[i:]
}

// matchChunk matches a pattern without stars with the beginning of s and returns the rest of s. A
// failed match goes on, to see whether the pattern is well formed.
func matchChunk(chunk, s string) (rest string, ok bool, err error) {
	failed := false
	for len(chunk) > 0 {
		if !failed && s == "" {
			failed = true
		}
		switch chunk[0] {
		case '[':
			var r rune
			if !failed {
				var n int
				r, n = utf8.DecodeRuneInString(s)
				s = s[n:]
			}
			var in bool
			chunk, in, err = matchClass(chunk[1:], r)
			if err != nil {
				return "", false, err
			}
			failed = failed || !in
		case '?':
			if !failed {
				if s[0] == '/' {
					failed = true
				}
				_, n := utf8.DecodeRuneInString(s)
				s = s[n:]
			}
			chunk = chunk[1:]
		default:
			if chunk[0] == '\\' {
				if chunk = chunk[1:]; chunk == "" {
					return "", false, errBadPattern
				}
			}
			if !failed {
				failed = chunk[0] != s[0]
				s = s[1:]
			}
			chunk = chunk[1:]
		}
	}
	if failed {
		return "", false, nil
	}
	return s, true, nil
}

// matchClass reports whether r is in the class that chunk begins with, behind its bracket.
func matchClass(chunk string, r rune) (rest string, in bool, err error) {
	negated := false
	if len(chunk) > 0 && chunk[0] == '^' {
		negated = true
		chunk = chunk[1:]
	}
	for ranges := 0; ; ranges++ {
		if len(chunk) > 0 && chunk[0] == ']' && ranges > 0 {
			return chunk[1:], in != negated, nil
		}
		var lo, hi rune
		if lo, chunk, err = classChar(chunk); err != nil {
			return "", false, err
		}
		hi = lo
		if chunk[0] == '-' {
			if hi, chunk, err = classChar(chunk[1:]); err != nil {
				return "", false, err
			}
		}
		in = in || lo <= r && r <= hi
	}
}

// classChar returns the character of a class that chunk begins with. Something must follow.
func classChar(chunk string) (r rune, rest string, err error) {
	if chunk == "" || chunk[0] == '-' || chunk[0] == ']' {
		return 0, "", errBadPattern
	}
	if chunk[0] == '\\' {
		if chunk = chunk[1:]; chunk == "" {
			return 0, "", errBadPattern
		}
	}
	r, n := utf8.DecodeRuneInString(chunk)
	if r == utf8.RuneError && n == 1 {
		return 0, "", errBadPattern
	}
	if rest = chunk[n:]; rest == "" {
		return 0, "", errBadPattern
	}
	return r, rest, nil
}
