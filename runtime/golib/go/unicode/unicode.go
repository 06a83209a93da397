// Package unicode tells the properties of characters.
package unicode

import "internal/runeset"

// Bounds of characters.
const (
	MaxRune         = '\U0010FFFF' // the largest code point
	ReplacementChar = '\uFFFD'     // stands for invalid code points
	MaxASCII        = '\u007F'     // the largest ASCII character
	MaxLatin1       = '\u00FF'     // the largest Latin-1 character
)

// The bits of a character in the table latin1.
const (
	isControl = 1 << iota
	isPunct
	isNumber
	isSymbol
	isSpace
	isUpper
	isLower
	isPrint

	isLetter = isUpper | isLower
)

// latinHas reports whether a Latin-1 character has one of the properties.
func latinHas(r rune, properties byte) bool { return latin1[r]&properties != 0 }

func isLatin(r rune) bool { return uint32(r) <= MaxLatin1 }

// IsControl reports whether r is a control character.
func IsControl(r rune) bool { return isLatin(r) && latinHas(r, isControl) }

// IsLetter reports whether r is a letter.
func IsLetter(r rune) bool {
	if isLatin(r) {
		return latinHas(r, isLetter) || r == 0xAA || r == 0xBA // neither upper nor lower
	}
	return runeset.Has(letter, r)
}

// IsMark reports whether r is a mark.
func IsMark(r rune) bool { return runeset.Has(mark, r) }

// IsNumber reports whether r is a number of any kind.
func IsNumber(r rune) bool {
	if isLatin(r) {
		return latinHas(r, isNumber)
	}
	return runeset.Has(number, r)
}

// IsDigit reports whether r is a decimal digit.
func IsDigit(r rune) bool {
	if isLatin(r) {
		return '0' <= r && r <= '9'
	}
	return runeset.Has(digit, r)
}

// IsPunct reports whether r is punctuation.
func IsPunct(r rune) bool {
	if isLatin(r) {
		return latinHas(r, isPunct)
	}
	return runeset.Has(punct, r)
}

// IsSymbol reports whether r is a symbol.
func IsSymbol(r rune) bool {
	if isLatin(r) {
		return latinHas(r, isSymbol)
	}
	return runeset.Has(symbol, r)
}

// IsSpace reports whether r is white space.
func IsSpace(r rune) bool {
	if isLatin(r) {
		return latinHas(r, isSpace)
	}
	return runeset.Has(spaces, r)
}

// IsPrint reports whether r is a letter, mark, number, punctuation, symbol or the ASCII space.
func IsPrint(r rune) bool {
	if isLatin(r) {
		return latinHas(r, isPrint)
	}
	return runeset.Has(letter, r) || runeset.Has(mark, r) || runeset.Has(number, r) ||
		runeset.Has(punct, r) || runeset.Has(symbol, r)
}

// IsGraphic is IsPrint that also holds for the spaces beyond ASCII.
func IsGraphic(r rune) bool { return IsPrint(r) || runeset.Has(separators, r) }

// IsUpper reports whether r is an upper-case letter.
func IsUpper(r rune) bool {
	if isLatin(r) {
		return latinHas(r, isUpper)
	}
	return runeset.Has(upper, r)
}

// IsLower reports whether r is a lower-case letter.
func IsLower(r rune) bool {
	if isLatin(r) {
		return latinHas(r, isLower)
	}
	return runeset.Has(lower, r)
}

// IsTitle reports whether r is a title-case letter.
func IsTitle(r rune) bool { return !isLatin(r) && runeset.Has(title, r) }
