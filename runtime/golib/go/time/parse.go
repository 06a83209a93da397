package time

import "errors"

// ParseError tells which part of a value does not fit the layout.
type ParseError struct {
	Layout     string
	Value      string
	LayoutElem string
	ValueElem  string
	Message    string
}

func (e *ParseError) Error() string {
	if e.Message != "" {
		return "parsing time " + quote(e.Value) + e.Message
	}
	return "parsing time " + quote(e.Value) + " as " + quote(e.Layout) + ": cannot parse " +
		quote(e.ValueElem) + " as " + quote(e.LayoutElem)
}

// errBad says that a value does not fit; ParseError has the details.
var errBad = errors.New("bad value for field")

// parser takes a value apart. Its fields are the parts of the time found so far; -1 stands for none
// where zero is a value.
type parser struct {
	rest string // of the value

	year, month, day, yday, hour, min, sec, nsec int

	am, pm     bool
	utc        bool
	hasOffset  bool
	offset     int
	zone       string
	outOfRange string // the part that is out of range
}

// Parse parses a value that is formatted by a layout, see Format. Without a zone the time is in UTC.
func Parse(layout, value string) (Time, error) { return parse(layout, value, UTC, Local) }

// ParseInLocation is Parse where times without a zone are those of loc, and zones are looked for in
// it.
func ParseInLocation(layout, value string, loc *Location) (Time, error) {
	return parse(layout, value, loc, loc)
}

func parse(layout, value string, defaultLocation, local *Location) (Time, error) {
	p := parser{rest: value, month: -1, day: -1, yday: -1}
	if layout == RFC3339 || layout == RFC3339Nano {
		if p.rfc3339() {
			return p.time(defaultLocation, local), nil
		}
		p = parser{rest: value, month: -1, day: -1, yday: -1}
	}
	for left := layout; ; {
		before, e, after := nextElement(left)
		text := left[len(before) : len(left)-len(after)]
		if !p.skip(before) {
			return Time{}, &ParseError{layout, value, before, p.rest, ""}
		}
		if e.kind == elemNone {
			if p.rest != "" {
				return Time{}, &ParseError{layout, value, "", p.rest, ": extra text: " + quote(p.rest)}
			}
			break
		}
		hold := p.rest
		err := p.element(&e, after)
		if p.outOfRange != "" {
			return Time{}, &ParseError{layout, value, text, p.rest, ": " + p.outOfRange + " out of range"}
		}
		if err != nil {
			return Time{}, &ParseError{layout, value, text, hold, ""}
		}
		left = after
	}
	if message := p.settle(); message != "" {
		return Time{}, &ParseError{layout, value, "", p.rest, ": " + message}
	}
	return p.time(defaultLocation, local), nil
}

// skip takes the text between two elements off the value. A run of spaces fits any run, and none at
// the end.
func (p *parser) skip(text string) bool {
	for len(text) > 0 {
		if text[0] == ' ' {
			if len(p.rest) > 0 && p.rest[0] != ' ' {
				return false
			}
			text, p.rest = withoutSpaces(text), withoutSpaces(p.rest)
			continue
		}
		if p.rest == "" || p.rest[0] != text[0] {
			return false
		}
		text, p.rest = text[1:], p.rest[1:]
	}
	return true
}

func withoutSpaces(s string) string {
	for len(s) > 0 && s[0] == ' ' {
		s = s[1:]
	}
	return s
}

// element takes what an element stands for off the value; after is the layout behind it.
func (p *parser) element(e *elementSpec, after string) (err error) {
	switch e.kind {
	case elemYear:
		if p.year, err = p.signed(2); err == nil {
			if p.year >= 69 {
				p.year += 1900
			} else {
				p.year += 2000
			}
		}
	case elemLongYear:
		if p.rest == "" || !isDigit(p.rest[0]) {
			return errBad
		}
		p.year, err = p.signed(4)
	case elemMonth, elemLongMonth:
		p.month, err = p.name(12, e.kind == elemMonth, func(i int) string { return Month(i + 1).String() })
		p.month++
	case elemNumMonth, elemZeroMonth:
		p.month, err = p.number(2, e.kind == elemZeroMonth)
		if err == nil {
			p.inRange("month", p.month, 1, 12)
		}
	case elemWeekday, elemLongWeekday:
		_, err = p.name(7, e.kind == elemWeekday, func(i int) string { return Weekday(i).String() })
	case elemDay, elemSpaceDay, elemZeroDay:
		if e.kind == elemSpaceDay {
			p.space()
		}
		p.day, err = p.number(2, e.kind == elemZeroDay)
	case elemSpaceYearDay, elemZeroYearDay:
		if e.kind == elemSpaceYearDay {
			p.space()
			p.space()
		}
		p.yday, err = p.number(3, e.kind == elemZeroYearDay)
	case elemHour:
		p.hour, err = p.number(2, false)
		p.inRange("hour", p.hour, 0, 23)
	case elemHour12, elemZeroHour12:
		p.hour, err = p.number(2, e.kind == elemZeroHour12)
		p.inRange("hour", p.hour, 0, 12)
	case elemMinute, elemZeroMinute:
		p.min, err = p.number(2, e.kind == elemZeroMinute)
		p.inRange("minute", p.min, 0, 59)
	case elemSecond, elemZeroSecond:
		return p.second(e.kind == elemZeroSecond, after)
	case elemUpperPM:
		return p.half("AM", "PM")
	case elemLowerPM:
		return p.half("am", "pm")
	case elemOffset:
		return p.zoneOffset(e)
	case elemZone:
		return p.zoneName()
	case elemFraction:
		if e.trim {
			// It may be missing.
			if n := p.fractionLength(); n > 0 {
				return p.fraction(n)
			}
			return nil
		}
		if len(p.rest) <= e.digits {
			return errBad
		}
		return p.fraction(1 + e.digits)
	}
	return err
}

func (p *parser) inRange(part string, v, min, max int) {
	if v < min || v > max {
		p.outOfRange = part
	}
}

func (p *parser) space() {
	if len(p.rest) > 0 && p.rest[0] == ' ' {
		p.rest = p.rest[1:]
	}
}

// number takes a number of up to max digits off, of exactly so many if fixed.
func (p *parser) number(max int, fixed bool) (n int, err error) {
	i := 0
	for i < max && i < len(p.rest) && isDigit(p.rest[i]) {
		n = n*10 + int(p.rest[i]-'0')
		i++
	}
	if i == 0 || fixed && i < max {
		return 0, errBad
	}
	p.rest = p.rest[i:]
	return n, nil
}

// signed takes a number of n bytes off, which may begin with a sign.
func (p *parser) signed(n int) (int, error) {
	if len(p.rest) < n {
		return 0, errBad
	}
	text := p.rest[:n]
	p.rest = p.rest[n:]
	return atoi(text)
}

// atoi parses a whole number with an optional sign.
func atoi(s string) (n int, err error) {
	negative := s != "" && s[0] == '-'
	if s != "" && (s[0] == '-' || s[0] == '+') {
		s = s[1:]
	}
	if s == "" || len(s) > 18 {
		return 0, errBad
	}
	for i := range len(s) {
		if !isDigit(s[i]) {
			return 0, errBad
		}
		n = n*10 + int(s[i]-'0')
	}
	if negative {
		n = -n
	}
	return n, nil
}

// name takes one of n names off, in any case, and returns its index.
func (p *parser) name(n int, short bool, text func(int) string) (int, error) {
	for i := range n {
		name := text(i)
		if short {
			name = name[:3]
		}
		if len(p.rest) >= len(name) && sameLetters(p.rest[:len(name)], name) {
			p.rest = p.rest[len(name):]
			return i, nil
		}
	}
	return -1, errBad
}

func sameLetters(a, b string) bool {
	for i := range len(a) {
		if c := a[i] | 0x20; a[i] != b[i] && (c != b[i]|0x20 || c < 'a' || c > 'z') {
			return false
		}
	}
	return true
}

// second takes seconds off, and a fraction if the layout does not have one itself.
func (p *parser) second(fixed bool, after string) (err error) {
	if p.sec, err = p.number(2, fixed); err != nil {
		return err
	}
	if p.inRange("second", p.sec, 0, 59); p.outOfRange != "" {
		return nil
	}
	if n := p.fractionLength(); n > 0 {
		if _, next, _ := nextElement(after); next.kind != elemFraction {
			return p.fraction(n)
		}
	}
	return nil
}

func isSeparator(c byte) bool { return c == '.' || c == ',' }

// fractionLength returns the length of the fraction at the beginning, 0 if there is none.
func (p *parser) fractionLength() int {
	if len(p.rest) < 2 || !isSeparator(p.rest[0]) || !isDigit(p.rest[1]) {
		return 0
	}
	n := 2
	for n < len(p.rest) && isDigit(p.rest[n]) {
		n++
	}
	return n
}

// fraction takes n bytes off: a separator and the fraction of a second. Digits behind the ninth do not
// count.
func (p *parser) fraction(n int) (err error) {
	text := p.rest[:n]
	if !isSeparator(text[0]) {
		return errBad
	}
	if len(text) > 10 {
		text = text[:10]
	}
	if p.nsec, err = atoi(text[1:]); err != nil {
		return err
	}
	p.rest = p.rest[n:]
	if p.nsec < 0 {
		p.outOfRange = "fractional second"
	}
	for range 10 - len(text) {
		p.nsec *= 10
	}
	return nil
}

// half takes the half of the day off.
func (p *parser) half(am, pm string) error {
	if len(p.rest) < 2 {
		return errBad
	}
	text := p.rest[:2]
	p.rest = p.rest[2:]
	switch text {
	case am:
		p.am = true
	case pm:
		p.pm = true
	default:
		return errBad
	}
	return nil
}

// zoneOffset takes an offset such as +07:00 off.
func (p *parser) zoneOffset(e *elementSpec) error {
	if e.zulu && hasPrefix(p.rest, "Z") {
		p.rest = p.rest[1:]
		p.utc = true
		return nil
	}
	if p.rest == "" {
		return errBad
	}
	sign := p.rest[0]
	parts := [3]string{"00", "00", "00"}
	at := 1
	for i, present := range [3]bool{true, e.minutes, e.seconds} {
		if !present {
			continue
		}
		if i > 0 && e.colon {
			if at >= len(p.rest) || p.rest[at] != ':' {
				return errBad
			}
			at++
		}
		if len(p.rest) < at+2 {
			return errBad
		}
		parts[i] = p.rest[at : at+2]
		at += 2
	}
	p.rest = p.rest[at:]
	var v [3]int
	var err error
	for i, part := range parts {
		digits := parser{rest: part}
		if v[i], err = digits.number(2, true); err != nil {
			break
		}
	}
	p.inRange("time zone offset hour", v[0], 0, 24)
	p.inRange("time zone offset minute", v[1], 0, 60)
	p.inRange("time zone offset second", v[2], 0, 60)
	p.offset = (v[0]*60+v[1])*60 + v[2]
	switch sign {
	case '+':
	case '-':
		p.offset = -p.offset
	default:
		return errBad
	}
	// An offset of one second west is taken for none.
	p.hasOffset = p.offset != -1
	return err
}

// zoneName takes the abbreviation of a zone off: UTC, three or four capital letters and some more.
func (p *parser) zoneName() error {
	if hasPrefix(p.rest, "UTC") {
		p.rest = p.rest[3:]
		p.utc = true
		return nil
	}
	n := zoneLength(p.rest)
	if n == 0 {
		return errBad
	}
	p.zone, p.rest = p.rest[:n], p.rest[n:]
	return nil
}

// zoneLength returns the length of the abbreviation that s begins with, 0 if there is none.
func zoneLength(s string) int {
	switch {
	case len(s) < 3:
		return 0
	case hasPrefix(s, "ChST") || hasPrefix(s, "MeST"):
		return 4
	case hasPrefix(s, "GMT"):
		return 3 + signedLength(s[3:])
	case s[0] == '+' || s[0] == '-':
		return signedLength(s)
	}
	n := 0
	for n < 6 && n < len(s) && 'A' <= s[n] && s[n] <= 'Z' {
		n++
	}
	switch {
	case n == 3, n == 5 && s[4] == 'T', n == 4 && (s[3] == 'T' || s[:4] == "WITA"):
		return n
	}
	return 0
}

// signedLength returns the length of the hours with a sign that s begins with, 0 if there are none or
// they are more than 23.
func signedLength(s string) int {
	if s == "" || s[0] != '-' && s[0] != '+' {
		return 0
	}
	n, hours := 1, 0
	for n < len(s) && isDigit(s[n]) {
		if hours = hours*10 + int(s[n]-'0'); hours > 23 {
			return 0
		}
		n++
	}
	if n == 1 {
		return 0
	}
	return n
}

// settle brings hour and day together from their parts and returns what is wrong with them.
func (p *parser) settle() string {
	if p.pm && p.hour < 12 {
		p.hour += 12
	} else if p.am && p.hour == 12 {
		p.hour = 0
	}
	leap := isLeap(int64(p.year))
	if p.yday >= 0 {
		length := 365
		if leap {
			length = 366
		}
		if p.yday < 1 || p.yday > length {
			return "day-of-year out of range"
		}
		month, day := January, p.yday
		for n := daysIn(month, int64(p.year)); day > n; n = daysIn(month, int64(p.year)) {
			day -= n
			month++
		}
		if p.month >= 0 && p.month != int(month) {
			return "day-of-year does not match month"
		}
		if p.day >= 0 && p.day != day {
			return "day-of-year does not match day"
		}
		p.month, p.day = int(month), day
	}
	if p.month < 0 {
		p.month = int(January)
	}
	if p.day < 0 {
		p.day = 1
	}
	if p.day < 1 || p.day > daysIn(Month(p.month), int64(p.year)) {
		return "day out of range"
	}
	return ""
}

// time returns the time that the parts make.
func (p *parser) time(defaultLocation, local *Location) Time {
	date := func(loc *Location) Time {
		return Date(p.year, Month(p.month), p.day, p.hour, p.min, p.sec, p.nsec, loc)
	}
	switch {
	case p.utc:
		return date(UTC)
	case p.hasOffset:
		t := date(UTC)
		t.ext -= int64(p.offset) // a time without monotonic clock
		if z, _, _ := local.lookup(t.Unix()); z.offset == p.offset && (p.zone == "" || z.name == p.zone) {
			t.setLoc(local)
		} else {
			t.setLoc(FixedZone(p.zone, p.offset))
		}
		return t
	case p.zone != "":
		t := date(UTC)
		offset, ok := local.offsetOf(p.zone, t.Unix())
		if ok {
			t.ext -= int64(offset)
			t.setLoc(local)
			return t
		}
		// Nothing is known about it: a zone of that name, with the offset that GMT+3 has in its name.
		if len(p.zone) > 3 && p.zone[:3] == "GMT" {
			hours, _ := atoi(p.zone[3:])
			offset = hours * 3600
		}
		t.setLoc(FixedZone(p.zone, offset))
		return t
	}
	return date(defaultLocation)
}

// offsetOf returns the offset of the zone with a name: of one that is in force when the clock shows
// the seconds wall, else of any.
func (l *Location) offsetOf(name string, wall int64) (offset int, ok bool) {
	l = l.get()
	for _, z := range l.zones {
		if z.name == name {
			if found, _, _ := l.lookup(wall - int64(z.offset)); found.name == name {
				return found.offset, true
			}
		}
	}
	for _, z := range l.zones {
		if z.name == name {
			return z.offset, true
		}
	}
	return 0, false
}
