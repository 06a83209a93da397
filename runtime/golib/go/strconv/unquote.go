package strconv

import "unicode/utf8"

// Unquote returns the string that the single-, double- or back-quoted Go literal s stands for. A
// single-quoted literal is one character or none.
func Unquote(s string) (string, error) {
	out, rest, ok := unquote(s, true)
	if !ok || rest != "" {
		return "", ErrSyntax
	}
	return out, nil
}

// QuotedPrefix returns the quoted literal at the start of s.
func QuotedPrefix(s string) (string, error) {
	_, rest, ok := unquote(s, false)
	if !ok {
		return "", ErrSyntax
	}
	return s[:len(s)-len(rest)], nil
}

// unquote parses the literal at the start of s and returns what follows it, and with decode its
// value.
func unquote(s string, decode bool) (out, rest string, ok bool) {
	if len(s) < 2 {
		return "", "", false
	}
	if s[0] == '`' {
		return unquoteRaw(s[1:], decode)
	}
	quote := s[0]
	if quote != '"' && quote != '\'' {
		return "", "", false
	}
	body := s[1:]
	if end := plainEnd(body, quote); end >= 0 {
		if quote == '"' || utf8.RuneCountInString(body[:end]) <= 1 {
			return body[:end], body[end+1:], true
		}
		return "", "", false
	}
	var buf []byte
	for n := 0; body != "" && body[0] != quote; n++ {
		if quote == '\'' && n > 0 {
			return "", "", false
		}
		r, multibyte, tail, err := UnquoteChar(body, quote)
		if body[0] == '\n' || err != nil {
			return "", "", false
		}
		body = tail
		if !decode {
			continue
		}
		if r < utf8.RuneSelf || !multibyte {
			buf = append(buf, byte(r))
		} else {
			buf = utf8.AppendRune(buf, r)
		}
	}
	if body == "" {
		return "", "", false
	}
	return string(buf), body[1:], true
}

// plainEnd returns the index of the closing quote if there is nothing to decode before it, else -1.
func plainEnd(s string, quote byte) int {
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case quote:
			if !utf8.ValidString(s[:i]) {
				return -1
			}
			return i
		case '\\', '\n':
			return -1
		}
	}
	return -1
}

// unquoteRaw parses a raw literal behind its opening quote. Carriage returns are dropped.
func unquoteRaw(s string, decode bool) (out, rest string, ok bool) {
	returns := 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\r':
			returns++
		case '`':
			out, rest = s[:i], s[i+1:]
			if returns > 0 && decode {
				buf := make([]byte, 0, i-returns)
				for j := 0; j < i; j++ {
					if s[j] != '\r' {
						buf = append(buf, s[j])
					}
				}
				out = string(buf)
			}
			return out, rest, true
		}
	}
	return "", "", false
}

// UnquoteChar decodes the first character or byte of the inside of a literal and returns what
// follows it. multibyte says that the value is to be encoded in UTF-8. With quote ' or " the other
// one may not be escaped and quote itself must be; with 0 neither may be escaped and both may
// stand alone.
func UnquoteChar(s string, quote byte) (value rune, multibyte bool, tail string, err error) {
	if s == "" {
		return 0, false, "", ErrSyntax
	}
	c := s[0]
	switch {
	case c == quote && (quote == '\'' || quote == '"'):
		return 0, false, "", ErrSyntax
	case c >= utf8.RuneSelf:
		r, size := utf8.DecodeRuneInString(s)
		return r, true, s[size:], nil
	case c != '\\':
		return rune(c), false, s[1:], nil
	}
	if len(s) < 2 {
		return 0, false, "", ErrSyntax
	}
	c, s = s[1], s[2:]
	switch c {
	case 'a':
		return '\a', false, s, nil
	case 'b':
		return '\b', false, s, nil
	case 'f':
		return '\f', false, s, nil
	case 'n':
		return '\n', false, s, nil
	case 'r':
		return '\r', false, s, nil
	case 't':
		return '\t', false, s, nil
	case 'v':
		return '\v', false, s, nil
	case '\\':
		return '\\', false, s, nil
	case '\'', '"':
		if c != quote {
			return 0, false, "", ErrSyntax
		}
		return rune(c), false, s, nil
	case 'x':
		return escape(s, 2, 16, false)
	case 'u':
		return escape(s, 4, 16, true)
	case 'U':
		return escape(s, 8, 16, true)
	case '0', '1', '2', '3', '4', '5', '6', '7':
		value, multibyte, tail, err = escape(string(rune(c))+s, 3, 8, false)
		if err == nil && value > 255 {
			return 0, false, "", ErrSyntax
		}
		return value, multibyte, tail, err
	}
	return 0, false, "", ErrSyntax
}

// escape parses an escape of n digits.
func escape(s string, n int, base rune, codePoint bool) (value rune, multibyte bool, tail string, err error) {
	if len(s) < n {
		return 0, false, "", ErrSyntax
	}
	for i := 0; i < n; i++ {
		d := rune(digit(s[i]))
		if d >= base {
			return 0, false, "", ErrSyntax
		}
		value = value*base + d
	}
	if codePoint && !utf8.ValidRune(value) {
		return 0, false, "", ErrSyntax
	}
	return value, codePoint, s[n:], nil
}
