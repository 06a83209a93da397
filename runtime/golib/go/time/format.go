package time

// Layouts for Format. A layout shows how the reference time, Mon Jan 2 15:04:05 MST 2006, would be
// formatted.
const (
	Layout      = "01/02 03:04:05PM '06 -0700"
	ANSIC       = "Mon Jan _2 15:04:05 2006"
	UnixDate    = "Mon Jan _2 15:04:05 MST 2006"
	RubyDate    = "Mon Jan 02 15:04:05 -0700 2006"
	RFC822      = "02 Jan 06 15:04 MST"
	RFC822Z     = "02 Jan 06 15:04 -0700"
	RFC850      = "Monday, 02-Jan-06 15:04:05 MST"
	RFC1123     = "Mon, 02 Jan 2006 15:04:05 MST"
	RFC1123Z    = "Mon, 02 Jan 2006 15:04:05 -0700"
	RFC3339     = "2006-01-02T15:04:05Z07:00"
	RFC3339Nano = "2006-01-02T15:04:05.999999999Z07:00"
	Kitchen     = "3:04PM"
	Stamp       = "Jan _2 15:04:05"
	StampMilli  = "Jan _2 15:04:05.000"
	StampMicro  = "Jan _2 15:04:05.000000"
	StampNano   = "Jan _2 15:04:05.000000000"
	DateTime    = "2006-01-02 15:04:05"
	DateOnly    = "2006-01-02"
	TimeOnly    = "15:04:05"
)

// An element is a part of a layout that stands for a part of a time.
type element int

const (
	elemNone element = iota
	elemLongMonth
	elemMonth
	elemNumMonth
	elemZeroMonth
	elemLongWeekday
	elemWeekday
	elemDay
	elemSpaceDay
	elemZeroDay
	elemSpaceYearDay
	elemZeroYearDay
	elemHour
	elemHour12
	elemZeroHour12
	elemMinute
	elemZeroMinute
	elemSecond
	elemZeroSecond
	elemLongYear
	elemYear
	elemUpperPM
	elemLowerPM
	elemZone
	elemOffset // the forms of an offset differ in elementSpec
	elemFraction
)

// An elementSpec is an element with its variants.
type elementSpec struct {
	kind element

	// For elemOffset.
	zulu    bool // Z for UTC
	colon   bool
	minutes bool
	seconds bool

	// For elemFraction.
	digits    int
	trim      bool // without zeros at the end
	separator byte
}

// offsetForms are the forms of an offset behind its sign or Z, longest first.
var offsetForms = [...]struct {
	text                    string
	colon, minutes, seconds bool
}{
	{"07:00:00", true, true, true},
	{"070000", false, true, true},
	{"07:00", true, true, false},
	{"0700", false, true, false},
	{"07", false, false, false},
}

// nextElement splits a layout around its first element.
func nextElement(layout string) (before string, e elementSpec, after string) {
	for i := 0; i < len(layout); i++ {
		kind, size := elementAt(layout[i:])
		if kind != elemNone {
			if kind == elemLongYear && layout[i] == '_' { // "_2006": the underscore is text
				return layout[:i+1], elementSpec{kind: kind}, layout[i+size:]
			}
			return layout[:i], elementSpec{kind: kind}, layout[i+size:]
		}
		switch c := layout[i]; c {
		case '-', 'Z':
			for _, f := range offsetForms {
				if hasPrefix(layout[i+1:], f.text) {
					e = elementSpec{kind: elemOffset, zulu: c == 'Z', colon: f.colon, minutes: f.minutes, seconds: f.seconds}
					return layout[:i], e, layout[i+1+len(f.text):]
				}
			}
		case '.', ',':
			if n := fractionDigits(layout[i+1:]); n > 0 {
				e = elementSpec{kind: elemFraction, digits: n, trim: layout[i+1] == '9', separator: c}
				return layout[:i], e, layout[i+1+n:]
			}
		}
	}
	return layout, elementSpec{}, ""
}

// fractionDigits returns the length of the run of 0 or 9 at the start of s, 0 if another digit
// follows it.
func fractionDigits(s string) int {
	if s == "" || s[0] != '0' && s[0] != '9' {
		return 0
	}
	n := 1
	for n < len(s) && s[n] == s[0] {
		n++
	}
	if n < len(s) && isDigit(s[n]) {
		return 0
	}
	return n
}

func hasPrefix(s, prefix string) bool {
	return len(s) >= len(prefix) && s[:len(prefix)] == prefix
}

// wordAt reports whether s starts with the abbreviation word and is not just the beginning of a
// longer word.
func wordAt(s, word string) bool {
	return hasPrefix(s, word) && (len(s) == len(word) || s[len(word)] < 'a' || s[len(word)] > 'z')
}

// elementAt returns the element at the start of s and its length, other than an offset or a
// fraction.
func elementAt(s string) (element, int) {
	switch s[0] {
	case 'J':
		switch {
		case hasPrefix(s, "January"):
			return elemLongMonth, 7
		case wordAt(s, "Jan"):
			return elemMonth, 3
		}
	case 'M':
		switch {
		case hasPrefix(s, "Monday"):
			return elemLongWeekday, 6
		case wordAt(s, "Mon"):
			return elemWeekday, 3
		case hasPrefix(s, "MST"):
			return elemZone, 3
		}
	case '0':
		if len(s) >= 2 && '1' <= s[1] && s[1] <= '6' {
			return zeroElements[s[1]-'1'], 2
		}
		if hasPrefix(s, "002") {
			return elemZeroYearDay, 3
		}
	case '1':
		if hasPrefix(s, "15") {
			return elemHour, 2
		}
		return elemNumMonth, 1
	case '2':
		if hasPrefix(s, "2006") {
			return elemLongYear, 4
		}
		return elemDay, 1
	case '_':
		switch {
		case hasPrefix(s, "_2006"):
			return elemLongYear, 5
		case hasPrefix(s, "_2"):
			return elemSpaceDay, 2
		case hasPrefix(s, "__2"):
			return elemSpaceYearDay, 3
		}
	case '3':
		return elemHour12, 1
	case '4':
		return elemMinute, 1
	case '5':
		return elemSecond, 1
	case 'P':
		if hasPrefix(s, "PM") {
			return elemUpperPM, 2
		}
	case 'p':
		if hasPrefix(s, "pm") {
			return elemLowerPM, 2
		}
	}
	return elemNone, 0
}

// zeroElements are the elements 01 to 06.
var zeroElements = [...]element{
	elemZeroMonth, elemZeroDay, elemZeroHour12, elemZeroMinute, elemZeroSecond, elemYear,
}

// appendInt appends v with at least width digits.
func appendInt(b []byte, v int, width int) []byte {
	u := uint64(v)
	if v < 0 {
		b = append(b, '-')
		u = -u
	}
	var buf [32]byte
	w := formatWhole(&buf, len(buf), u)
	for len(buf)-w < width {
		w--
		buf[w] = '0'
	}
	return append(b, buf[w:]...)
}

// Format returns t in the given layout.
func (t Time) Format(layout string) string {
	var buf [64]byte
	return string(t.AppendFormat(buf[:0], layout))
}

// AppendFormat appends t in the given layout to b.
func (t Time) AppendFormat(b []byte, layout string) []byte {
	if layout == RFC3339 || layout == RFC3339Nano {
		if text, ok := t.appendRFC3339(b, layout == RFC3339Nano); ok {
			return text
		}
	}
	zone, _, _ := t.Location().lookup(t.Unix())
	days, sec := t.days()
	y, month, day, yday := dateOf(days)
	year := int(y)
	hour, min, second := int(sec/3600), int(sec/60%60), int(sec%60)
	hour12 := hour % 12
	if hour12 == 0 {
		hour12 = 12
	}
	for layout != "" {
		before, e, after := nextElement(layout)
		b = append(b, before...)
		layout = after
		switch e.kind {
		case elemNone:
			return b
		case elemLongMonth:
			b = append(b, month.String()...)
		case elemMonth:
			b = append(b, month.String()[:3]...)
		case elemNumMonth:
			b = appendInt(b, int(month), 0)
		case elemZeroMonth:
			b = appendInt(b, int(month), 2)
		case elemLongWeekday:
			b = append(b, t.Weekday().String()...)
		case elemWeekday:
			b = append(b, t.Weekday().String()[:3]...)
		case elemDay:
			b = appendInt(b, day, 0)
		case elemSpaceDay:
			b = appendSpaced(b, day, 2)
		case elemZeroDay:
			b = appendInt(b, day, 2)
		case elemSpaceYearDay:
			b = appendSpaced(b, yday+1, 3)
		case elemZeroYearDay:
			b = appendInt(b, yday+1, 3)
		case elemHour:
			b = appendInt(b, hour, 2)
		case elemHour12:
			b = appendInt(b, hour12, 0)
		case elemZeroHour12:
			b = appendInt(b, hour12, 2)
		case elemMinute:
			b = appendInt(b, min, 0)
		case elemZeroMinute:
			b = appendInt(b, min, 2)
		case elemSecond:
			b = appendInt(b, second, 0)
		case elemZeroSecond:
			b = appendInt(b, second, 2)
		case elemLongYear:
			b = appendInt(b, year, 4)
		case elemYear:
			short := year % 100
			if short < 0 {
				short = -short
			}
			b = appendInt(b, short, 2)
		case elemUpperPM:
			b = append(b, "AMPM"[hour/12*2:hour/12*2+2]...)
		case elemLowerPM:
			b = append(b, "ampm"[hour/12*2:hour/12*2+2]...)
		case elemZone:
			b = appendZone(b, zone)
		case elemOffset:
			b = appendOffset(b, zone.offset, &e)
		case elemFraction:
			b = appendFraction(b, int(t.nsec()), &e)
		}
	}
	return b
}

// appendSpaced appends v padded with spaces to a width of 2 or 3.
func appendSpaced(b []byte, v, width int) []byte {
	if width == 3 && v < 100 {
		b = append(b, ' ')
	}
	if v < 10 {
		b = append(b, ' ')
	}
	return appendInt(b, v, 0)
}

// appendZone appends the name of a zone, or its offset if it has none.
func appendZone(b []byte, z zone) []byte {
	if z.name != "" {
		return append(b, z.name...)
	}
	minutes := z.offset / 60
	if minutes < 0 {
		b = append(b, '-')
		minutes = -minutes
	} else {
		b = append(b, '+')
	}
	b = appendInt(b, minutes/60, 2)
	return appendInt(b, minutes%60, 2)
}

func appendOffset(b []byte, offset int, e *elementSpec) []byte {
	if e.zulu && offset == 0 {
		return append(b, 'Z')
	}
	minutes, seconds := offset/60, offset
	if minutes < 0 {
		b = append(b, '-')
		minutes, seconds = -minutes, -seconds
	} else {
		b = append(b, '+')
	}
	b = appendInt(b, minutes/60, 2)
	if e.colon {
		b = append(b, ':')
	}
	if e.minutes {
		b = appendInt(b, minutes%60, 2)
	}
	if e.seconds {
		if e.colon {
			b = append(b, ':')
		}
		b = appendInt(b, seconds%60, 2)
	}
	return b
}

// appendFraction appends the fraction of a second.
func appendFraction(b []byte, nsec int, e *elementSpec) []byte {
	if e.trim && nsec == 0 {
		return b
	}
	b = append(b, e.separator)
	b = appendInt(b, nsec, 9)
	if e.digits < 9 {
		b = b[:len(b)-9+e.digits]
	}
	if e.trim {
		for len(b) > 0 && b[len(b)-1] == '0' {
			b = b[:len(b)-1]
		}
		if len(b) > 0 && b[len(b)-1] == e.separator {
			b = b[:len(b)-1]
		}
	}
	return b
}

// String returns t in the layout "2006-01-02 15:04:05.999999999 -0700 MST", followed by the
// monotonic clock reading in seconds if there is one.
func (t Time) String() string {
	s := t.Format("2006-01-02 15:04:05.999999999 -0700 MST")
	if t.wall&hasMonotonic == 0 {
		return s
	}
	sign := byte('+')
	mono := uint64(t.ext)
	if t.ext < 0 {
		sign, mono = '-', -mono
	}
	b := append([]byte(s), " m="...)
	b = append(b, sign)
	b = appendInt(b, int(mono/1e9), 0)
	b = append(b, '.')
	return string(appendInt(b, int(mono%1e9), 9))
}

// GoString returns t as a Go expression.
func (t Time) GoString() string {
	year, month, day := t.Date()
	hour, min, sec := t.Clock()
	b := append([]byte(nil), "time.Date("...)
	b = appendInt(b, year, 0)
	b = append(b, ", "...)
	if January <= month && month <= December {
		b = append(b, "time."...)
		b = append(b, month.String()...)
	} else {
		b = appendInt(b, int(month), 0)
	}
	for _, v := range [...]int{day, hour, min, sec, int(t.nsec())} {
		b = append(b, ", "...)
		b = appendInt(b, v, 0)
	}
	switch loc := t.Location(); loc {
	case UTC:
		b = append(b, ", time.UTC)"...)
	case Local:
		b = append(b, ", time.Local)"...)
	default:
		b = append(b, ", time.Location("...)
		b = append(b, quote(loc.name)...)
		b = append(b, "))"...)
	}
	return string(b)
}

// quote returns s in double quotes with escapes for all that is not printable ASCII.
func quote(s string) string {
	const hex = "0123456789abcdef"
	b := append(make([]byte, 0, len(s)+2), '"')
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '"' || c == '\\':
			b = append(b, '\\', c)
		case c < ' ' || c >= 0x80:
			b = append(b, '\\', 'x', hex[c>>4], hex[c&0xF])
		default:
			b = append(b, c)
		}
	}
	return string(append(b, '"'))
}
