package unicode

// The cases that To converts to.
const (
	UpperCase = iota
	LowerCase
	TitleCase
	MaxCase
)

// UpperLower in a record's distances stands for a range in which upper and lower case letters
// alternate, starting with an upper one.
const UpperLower = MaxRune + 1

// caseRecord is the size of a record in caseTable: first and last character of a range, and the
// distances from its characters to their upper, lower and title case; each has three bytes.
const caseRecord = 15

func number24(t string, i int) rune {
	return rune(int32(uint32(t[i])<<24|uint32(t[i+1])<<16|uint32(t[i+2])<<8) >> 8)
}

// To converts r to the given case. An invalid case gives the replacement character.
func To(_case int, r rune) rune {
	if _case < 0 || _case >= MaxCase {
		return ReplacementChar
	}
	lo, hi := 0, len(caseTable)/caseRecord
	for lo < hi {
		mid := int(uint(lo+hi) / 2)
		record := mid * caseRecord
		first := number24(caseTable, record)
		switch {
		case r < first:
			hi = mid
		case r > number24(caseTable, record+3):
			lo = mid + 1
		default:
			return convert(_case, r, first, number24(caseTable, record+6+3*_case))
		}
	}
	return r
}

// convert converts r, a character of a range that begins with first, by the range's distance.
func convert(_case int, r, first, delta rune) rune {
	if delta != UpperLower {
		return r + delta
	}
	if _case == LowerCase {
		return first + ((r - first) | 1)
	}
	return first + (r-first)&^1
}

// ToUpper converts r to upper case.
func ToUpper(r rune) rune {
	if uint32(r) <= MaxASCII {
		if 'a' <= r && r <= 'z' {
			r -= 'a' - 'A'
		}
		return r
	}
	return To(UpperCase, r)
}

// ToLower converts r to lower case.
func ToLower(r rune) rune {
	if uint32(r) <= MaxASCII {
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		return r
	}
	return To(LowerCase, r)
}

// ToTitle converts r to title case.
func ToTitle(r rune) rune {
	if uint32(r) <= MaxASCII {
		return ToUpper(r)
	}
	return To(TitleCase, r)
}

// SimpleFold goes round the characters that are equal under simple case folding: it returns the
// smallest one above r, or if there is none the smallest of all.
func SimpleFold(r rune) rune {
	if r < 0 || r > MaxRune {
		return r
	}
	lo, hi := 0, len(foldTable)/6
	for lo < hi {
		mid := int(uint(lo+hi) / 2)
		switch c := number24(foldTable, 6*mid); {
		case r < c:
			hi = mid
		case r > c:
			lo = mid + 1
		default:
			return number24(foldTable, 6*mid+3)
		}
	}
	if l := ToLower(r); l != r {
		return l
	}
	return ToUpper(r)
}
