package strconv

import (
	"internal/runeset"
	"unicode/utf8"
)

// What quoting leaves as it is; everything else becomes an escape sequence.
type quoting uint8

const (
	keepPrintable quoting = iota // what IsPrint says
	keepASCII                    // printable ASCII
	keepGraphic                  // what IsGraphic says
)

// Quote returns s as a double-quoted Go string literal, with escape sequences for control
// characters and what IsPrint does not hold for.
func Quote(s string) string { return quoteWith(s, '"', keepPrintable) }

// AppendQuote appends the result of Quote to dst.
func AppendQuote(dst []byte, s string) []byte { return appendQuoted(dst, s, '"', keepPrintable) }

// QuoteToASCII is Quote with escape sequences for all that is not ASCII.
func QuoteToASCII(s string) string { return quoteWith(s, '"', keepASCII) }

// AppendQuoteToASCII appends the result of QuoteToASCII to dst.
func AppendQuoteToASCII(dst []byte, s string) []byte { return appendQuoted(dst, s, '"', keepASCII) }

// QuoteToGraphic is Quote that leaves what IsGraphic holds for.
func QuoteToGraphic(s string) string { return quoteWith(s, '"', keepGraphic) }

// AppendQuoteToGraphic appends the result of QuoteToGraphic to dst.
func AppendQuoteToGraphic(dst []byte, s string) []byte {
	return appendQuoted(dst, s, '"', keepGraphic)
}

// QuoteRune returns r as a single-quoted Go character literal; an invalid r stands for U+FFFD.
func QuoteRune(r rune) string { return string(appendQuotedRune(nil, r, keepPrintable)) }

// AppendQuoteRune appends the result of QuoteRune to dst.
func AppendQuoteRune(dst []byte, r rune) []byte { return appendQuotedRune(dst, r, keepPrintable) }

// QuoteRuneToASCII is QuoteRune with an escape sequence for all that is not ASCII.
func QuoteRuneToASCII(r rune) string { return string(appendQuotedRune(nil, r, keepASCII)) }

// AppendQuoteRuneToASCII appends the result of QuoteRuneToASCII to dst.
func AppendQuoteRuneToASCII(dst []byte, r rune) []byte { return appendQuotedRune(dst, r, keepASCII) }

// QuoteRuneToGraphic is QuoteRune that leaves what IsGraphic holds for.
func QuoteRuneToGraphic(r rune) string { return string(appendQuotedRune(nil, r, keepGraphic)) }

// AppendQuoteRuneToGraphic appends the result of QuoteRuneToGraphic to dst.
func AppendQuoteRuneToGraphic(dst []byte, r rune) []byte {
	return appendQuotedRune(dst, r, keepGraphic)
}

func quoteWith(s string, quote byte, keep quoting) string {
	return string(appendQuoted(make([]byte, 0, 3*len(s)/2), s, quote, keep))
}

func appendQuoted(dst []byte, s string, quote byte, keep quoting) []byte {
	dst = append(dst, quote)
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			dst = appendEscaped(dst, rune(c), quote, keep)
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && size == 1 {
			dst = append(dst, '\\', 'x', lowerDigits[s[i]>>4], lowerDigits[s[i]&0xF])
		} else {
			dst = appendEscaped(dst, r, quote, keep)
		}
		i += size
	}
	return append(dst, quote)
}

func appendQuotedRune(dst []byte, r rune, keep quoting) []byte {
	if !utf8.ValidRune(r) {
		r = utf8.RuneError
	}
	dst = append(dst, '\'')
	dst = appendEscaped(dst, r, '\'', keep)
	return append(dst, '\'')
}

// kept reports whether r needs no escape sequence for being unprintable.
func (keep quoting) kept(r rune) bool {
	switch {
	case r < utf8.RuneSelf:
		return ' ' <= r && r <= '~'
	case keep == keepASCII:
		return false
	}
	return IsPrint(r) || keep == keepGraphic && graphicSpace(r)
}

func appendEscaped(dst []byte, r rune, quote byte, keep quoting) []byte {
	if r == rune(quote) || r == '\\' {
		return append(dst, '\\', byte(r))
	}
	if keep.kept(r) {
		return utf8.AppendRune(dst, r)
	}
	if '\a' <= r && r <= '\r' {
		return append(dst, '\\', "abtnvfr"[r-'\a'])
	}
	digits := 2
	letter := byte('x')
	switch {
	case r < ' ' || r == 0x7f:
	case r < 0x10000:
		digits, letter = 4, 'u'
	default:
		digits, letter = 8, 'U'
	}
	dst = append(dst, '\\', letter)
	for s := 4 * (digits - 1); s >= 0; s -= 4 {
		dst = append(dst, lowerDigits[r>>uint(s)&0xF])
	}
	return dst
}

// CanBackquote reports whether s can be written as a raw string literal on one line, without
// control characters other than tab.
func CanBackquote(s string) bool {
	for len(s) > 0 {
		r, size := utf8.DecodeRuneInString(s)
		s = s[size:]
		if size > 1 {
			if r == '\ufeff' {
				return false
			}
			continue
		}
		if r == utf8.RuneError || r < ' ' && r != '\t' || r == '`' || r == 0x7f {
			return false
		}
	}
	return true
}

// IsPrint reports whether r is printable: a letter, mark, number, punctuation, symbol or the
// ASCII space.
func IsPrint(r rune) bool {
	if r < 0x80 {
		return ' ' <= r && r <= '~'
	}
	return runeset.Has(printable, r)
}

// IsGraphic is IsPrint that also holds for the spaces beyond ASCII.
func IsGraphic(r rune) bool { return IsPrint(r) || graphicSpace(r) }

// graphicSpace reports whether r is a space beyond ASCII.
func graphicSpace(r rune) bool {
	if r < 0 { // gc looks at the low half
		r = rune(uint16(r))
	}
	switch {
	case r == 0xa0, r == 0x1680, 0x2000 <= r && r <= 0x200a, r == 0x202f, r == 0x205f, r == 0x3000:
		return true
	}
	return false
}
