package unicode

// A RangeTable is a set of characters: the ranges of R16 below 0x10000, those of R32 from there on,
// both in ascending order without overlap. LatinOffset is the number of entries of R16 with Hi up to
// MaxLatin1.
type RangeTable struct {
	R16         []Range16
	R32         []Range32
	LatinOffset int
}

// Range16 is the characters Lo, Lo+Stride … Hi.
type Range16 struct {
	Lo     uint16
	Hi     uint16
	Stride uint16
}

// Range32 is Range16 for characters that do not fit in it.
type Range32 struct {
	Lo     uint32
	Hi     uint32
	Stride uint32
}

// reader reads the numbers of a table's text: digits of base 32, the last of which is below 32 in the
// alphabet of 64 characters.
type reader struct {
	text string
	at   int
}

func (r *reader) next() uint32 {
	var v uint32
	for {
		c := r.text[r.at]
		r.at++
		switch {
		case '0' <= c && c <= '9':
			return v<<5 | uint32(c-'0')
		case 'A' <= c && c <= 'V':
			return v<<5 | uint32(c-'A'+10)
		case 'a' <= c && c <= 'z':
			v = v<<5 | uint32(c-'a')
		case c == '/':
			v = v<<5 | 31
		case c == '-':
			v = v<<5 | 30
		default: // ( ) * +
			v = v<<5 | uint32(c-'('+26)
		}
	}
}

// table returns the table that a text of gen/tables.go describes: LatinOffset, the numbers of ranges,
// and for each range the distance of its first character from the last one before, twice the number
// of strides in it, with one added if the stride is not 1 but follows.
//
//minigo:pure
func table(text string) *RangeTable {
	r := reader{text: text}
	t := &RangeTable{LatinOffset: int(r.next())}
	n16, n32 := int(r.next()), int(r.next())
	if n16 > 0 {
		t.R16 = make([]Range16, n16)
	}
	if n32 > 0 {
		t.R32 = make([]Range32, n32)
	}
	last := uint32(0)
	for i := range n16 + n32 {
		lo, n, stride := last+r.next(), r.next(), uint32(1)
		if n&1 != 0 {
			stride = r.next()
		}
		last = lo + n>>1*stride
		if i < n16 {
			t.R16[i] = Range16{uint16(lo), uint16(last), uint16(stride)}
		} else {
			t.R32[i-n16] = Range32{lo, last, stride}
		}
	}
	return t
}

// Is reports whether r is in the table.
func Is(rangeTab *RangeTable, r rune) bool {
	if r16 := rangeTab.R16; len(r16) > 0 && uint32(r) <= uint32(r16[len(r16)-1].Hi) {
		return in16(r16, uint16(r))
	}
	r32 := rangeTab.R32
	return len(r32) > 0 && r >= rune(r32[0].Lo) && in32(r32, uint32(r))
}

func in16(ranges []Range16, r uint16) bool {
	lo, hi := 0, len(ranges)
	for lo < hi {
		m := int(uint(lo+hi) / 2)
		switch t := &ranges[m]; {
		case r < t.Lo:
			hi = m
		case r > t.Hi:
			lo = m + 1
		default:
			return t.Stride == 1 || (r-t.Lo)%t.Stride == 0
		}
	}
	return false
}

func in32(ranges []Range32, r uint32) bool {
	lo, hi := 0, len(ranges)
	for lo < hi {
		m := int(uint(lo+hi) / 2)
		switch t := &ranges[m]; {
		case r < t.Lo:
			hi = m
		case r > t.Hi:
			lo = m + 1
		default:
			return t.Stride == 1 || (r-t.Lo)%t.Stride == 0
		}
	}
	return false
}

// In reports whether r is in one of the tables.
func In(r rune, ranges ...*RangeTable) bool { return IsOneOf(ranges, r) }

// IsOneOf reports whether r is in one of the tables. In is the better form.
func IsOneOf(ranges []*RangeTable, r rune) bool {
	for _, t := range ranges {
		if Is(t, r) {
			return true
		}
	}
	return false
}

// GraphicRanges are the tables of IsGraphic.
var GraphicRanges = graphicRanges()

//minigo:pure
func graphicRanges() []*RangeTable { return []*RangeTable{L, M, N, P, S, Zs} }

// PrintRanges are the tables of IsPrint, which holds for the ASCII space too.
var PrintRanges = printRanges()

//minigo:pure
func printRanges() []*RangeTable { return []*RangeTable{L, M, N, P, S} }
