package unicode

// d has the distances to upper, lower and title case.
type d [MaxCase]rune

// A CaseRange is a range of characters with the same distances to their cases. A distance of UpperLower
// stands for upper and lower case letters in turn, beginning with an upper one.
type CaseRange struct {
	Lo    uint32
	Hi    uint32
	Delta d
}

// CaseRanges are the cases of all letters that have several.
var CaseRanges = caseRanges()

//minigo:pure
func caseRanges() []CaseRange {
	ranges := make([]CaseRange, len(caseTable)/caseRecord)
	for i := range ranges {
		at := i * caseRecord
		r := &ranges[i]
		r.Lo, r.Hi = uint32(number24(caseTable, at)), uint32(number24(caseTable, at+3))
		for c := range r.Delta {
			r.Delta[c] = number24(caseTable, at+6+3*c)
		}
	}
	return ranges
}

// A SpecialCase has the rules of a language that differ from the general ones.
type SpecialCase []CaseRange

// to converts r by the special rules, and reports whether there is one for it.
func (special SpecialCase) to(_case int, r rune) (rune, bool) {
	lo, hi := 0, len(special)
	for lo < hi {
		m := int(uint(lo+hi) / 2)
		switch c := &special[m]; {
		case uint32(r) < c.Lo:
			hi = m
		case uint32(r) > c.Hi:
			lo = m + 1
		default:
			return convert(_case, r, rune(c.Lo), c.Delta[_case]), true
		}
	}
	return r, false
}

// ToUpper converts r to upper case.
func (special SpecialCase) ToUpper(r rune) rune {
	if u, ok := special.to(UpperCase, r); ok {
		return u
	}
	return ToUpper(r)
}

// ToTitle converts r to title case.
func (special SpecialCase) ToTitle(r rune) rune {
	if t, ok := special.to(TitleCase, r); ok {
		return t
	}
	return ToTitle(r)
}

// ToLower converts r to lower case.
func (special SpecialCase) ToLower(r rune) rune {
	if l, ok := special.to(LowerCase, r); ok {
		return l
	}
	return ToLower(r)
}

// TurkishCase has the rules of Turkish: letters i with and without dot are different.
var TurkishCase SpecialCase = turkish()

// AzeriCase has the rules of Azeri, those of Turkish.
var AzeriCase SpecialCase = turkish()

//minigo:pure
func turkish() SpecialCase {
	return SpecialCase{
		{0x0049, 0x0049, d{0, 0x131 - 0x49, 0}},
		{0x0069, 0x0069, d{0x130 - 0x69, 0, 0x130 - 0x69}},
		{0x0130, 0x0130, d{0, 0x69 - 0x130, 0}},
		{0x0131, 0x0131, d{0x49 - 0x131, 0, 0x49 - 0x131}},
	}
}
