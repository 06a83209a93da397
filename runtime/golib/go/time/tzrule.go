package time

// A tzRule is the value of a POSIX TZ variable: it tells when each year daylight saving time begins
// and ends, such as "CET-1CEST,M3.5.0,M10.5.0/3".
type tzRule struct {
	std, dst   zone
	hasDST     bool
	start, end yearDay
}

// A yearDay is a time in a year.
type yearDay struct {
	kind  byte // 'J': day 1 to 365 without February 29; 'n': day 0 to 365; 'M': by week
	day   int  // for 'M' the day of the week
	week  int  // 1 to 5, 5 is the last
	month Month
	time  int // seconds after midnight, may be negative
}

// A ruleScanner scans a rule; at something unexpected it fails.
type ruleScanner struct {
	s      string
	failed bool
}

// accept skips c and reports whether it was there.
func (r *ruleScanner) accept(c byte) bool {
	if r.s == "" || r.s[0] != c {
		return false
	}
	r.s = r.s[1:]
	return true
}

func (r *ruleScanner) expect(c byte) {
	if !r.accept(c) {
		r.failed = true
	}
}

// number scans a number between min and max.
func (r *ruleScanner) number(min, max int) int {
	n, i := 0, 0
	for i < len(r.s) && isDigit(r.s[i]) && n <= max {
		n = n*10 + int(r.s[i]-'0')
		i++
	}
	if i == 0 || n < min || n > max {
		r.failed = true
	}
	r.s = r.s[i:]
	return n
}

// name scans the name of a zone: letters, or anything in angle brackets.
func (r *ruleScanner) name() string {
	if r.accept('<') {
		for i := 0; i < len(r.s); i++ {
			if r.s[i] == '>' {
				name := r.s[:i]
				r.s = r.s[i+1:]
				return name
			}
		}
		r.failed = true
		return ""
	}
	i := 0
	for i < len(r.s) && !isDigit(r.s[i]) && r.s[i] != ',' && r.s[i] != '-' && r.s[i] != '+' {
		i++
	}
	if i < 3 {
		r.failed = true
	}
	name := r.s[:i]
	r.s = r.s[i:]
	return name
}

// seconds scans a time of the form [+-]h[:m[:s]].
func (r *ruleScanner) seconds() int {
	neg := r.accept('-')
	if !neg {
		r.accept('+')
	}
	sum := r.number(0, 24*7) * 3600
	if r.accept(':') {
		sum += r.number(0, 59) * 60
		if r.accept(':') {
			sum += r.number(0, 59)
		}
	}
	if neg {
		return -sum
	}
	return sum
}

// yearDay scans when a zone begins.
func (r *ruleScanner) yearDay() (d yearDay) {
	r.expect(',')
	switch {
	case r.accept('J'):
		d.kind = 'J'
		d.day = r.number(1, 365)
	case r.accept('M'):
		d.kind = 'M'
		d.month = Month(r.number(1, 12))
		r.expect('.')
		d.week = r.number(1, 5)
		r.expect('.')
		d.day = r.number(0, 6)
	default:
		d.kind = 'n'
		d.day = r.number(0, 365)
	}
	d.time = 2 * 3600
	if r.accept('/') {
		d.time = r.seconds()
	}
	return d
}

func parseRule(s string) (t tzRule, ok bool) {
	r := ruleScanner{s: s}
	t.std.name = r.name()
	t.std.offset = -r.seconds()
	if r.failed || r.s == "" || r.s[0] == ',' {
		return t, !r.failed
	}
	t.hasDST = true
	t.dst.name = r.name()
	t.dst.isDST = true
	t.dst.offset = t.std.offset + 3600
	if r.s != "" && r.s[0] != ',' {
		t.dst.offset = -r.seconds()
	}
	if r.s == "" { // the rule that POSIX says is common
		r.s = ",M3.2.0,M11.1.0"
	}
	t.start = r.yearDay()
	t.end = r.yearDay()
	return t, !r.failed && r.s == ""
}

// in returns the seconds from the beginning of the year to d, on the clock before the change.
func (d *yearDay) in(year int64) int64 {
	first := daysTo(year, January, 1)
	day := int64(d.day)
	switch d.kind {
	case 'J':
		day--
		if isLeap(year) && d.day >= 60 {
			day++
		}
	case 'M':
		month := daysTo(year, d.month, 1)
		_, weekday := floorDiv(month+1, 7)
		day = int64(d.day) - weekday
		if day < 0 {
			day += 7
		}
		day += int64(7 * (d.week - 1))
		if day >= int64(daysIn(d.month, year)) { // the fifth is the last
			day -= 7
		}
		day += month - first
	}
	return day*secondsPerDay + int64(d.time)
}

// ruleZone returns the zone in force at sec by a rule that applies from lastTransition on, since
// when and until when it is.
func ruleZone(rule string, lastTransition, sec int64) (z zone, start, end int64, ok bool) {
	if rule == "" {
		return z, 0, 0, false
	}
	r, ok := parseRule(rule)
	if !ok {
		return z, 0, 0, false
	}
	if !r.hasDST {
		return r.std, lastTransition, omega, true
	}
	days, _ := floorDiv(sec+unixEpoch, secondsPerDay)
	year, _, _, _ := dateOf(days)
	base := daysTo(year, January, 1)*secondsPerDay - unixEpoch
	first := base + r.start.in(year) - int64(r.std.offset)
	second := base + r.end.in(year) - int64(r.dst.offset)
	outer, inner := r.std, r.dst
	if second < first { // daylight saving time around the new year
		first, second = second, first
		outer, inner = inner, outer
	}
	// As in gc a zone begins anew with each year, and a year has 365 days here.
	switch {
	case sec < first:
		return outer, base, first, true
	case sec < second:
		return inner, first, second, true
	}
	return outer, second, base + 365*secondsPerDay, true
}
