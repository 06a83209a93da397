package time

// Most times in files and protocols are in this layout, which is therefore read and written without looking at a layout.

// appendRFC3339 appends t as RFC3339 says, or RFC3339Nano if nano is set; ok is false if the year does not
// have four digits or the hours of the zone do not have two.
func (t Time) appendRFC3339(b []byte, nano bool) (text []byte, ok bool) {
	days, sec := t.days()
	year, month, day, _ := dateOf(days)
	zone, _, _ := t.Location().lookup(t.Unix())
	sign, minutes := byte('+'), zone.offset/60
	if minutes < 0 {
		sign, minutes = '-', -minutes
	}
	if year < 0 || year > 9999 || minutes >= 100*60 {
		return b, false
	}
	b = appendTwo(appendTwo(b, uint(year)/100), uint(year)%100)
	b = appendTwo(append(b, '-'), uint(month))
	b = appendTwo(append(b, '-'), uint(day))
	b = appendTwo(append(b, 'T'), uint(sec)/3600)
	b = appendTwo(append(b, ':'), uint(sec)/60%60)
	b = appendTwo(append(b, ':'), uint(sec)%60)
	if n := uint(t.Nanosecond()); nano && n != 0 {
		b = append(b, '.')
		start := len(b)
		for f := uint(1e8); f > 0; f /= 10 {
			b = append(b, byte('0'+n/f%10))
		}
		for b[len(b)-1] == '0' && len(b) > start {
			b = b[:len(b)-1]
		}
	}
	if zone.offset == 0 {
		return append(b, 'Z'), true
	}
	b = appendTwo(append(b, sign), uint(minutes)/60)
	return appendTwo(append(b, ':'), uint(minutes)%60), true
}

// appendTwo appends n < 100 with two digits.
func appendTwo(b []byte, n uint) []byte { return append(b, byte('0'+n/10), byte('0'+n%10)) }

// rfc3339 reads a value that is exactly as RFC3339 says, with at most nine digits of a second's fraction. All others, right
// or wrong, have ok false.
func (p *parser) rfc3339() (ok bool) {
	s := p.rest
	if len(s) < len("2006-01-02T15:04:05Z") || s[4] != '-' || s[7] != '-' || s[10] != 'T' || s[13] != ':' || s[16] != ':' {
		return false
	}
	ok = true
	two := func(at int) int {
		a, b := s[at]-'0', s[at+1]-'0'
		ok = ok && a <= 9 && b <= 9
		return int(a)*10 + int(b)
	}
	p.year = two(0)*100 + two(2)
	p.month, p.day = two(5), two(8)
	p.hour, p.min, p.sec = two(11), two(14), two(17)
	if !ok || p.month < 1 || p.month > 12 || p.day < 1 || p.day > 28 || p.hour > 23 || p.min > 59 || p.sec > 59 {
		return false // days beyond 28 are seldom, and need the calendar
	}
	s = s[19:]
	if s[0] == '.' {
		i, unit := 1, int(1e8)
		for ; i < len(s) && s[i]-'0' <= 9; i++ {
			p.nsec += int(s[i]-'0') * unit
			unit /= 10
		}
		if i == 1 || i > 10 || i == len(s) {
			return false
		}
		s = s[i:]
	}
	switch {
	case s == "Z":
		p.utc = true
		return true
	case len(s) != len("+07:00") || s[3] != ':' || s[0] != '+' && s[0] != '-':
		return false
	}
	hour, min := two(1), two(4)
	p.hasOffset, p.offset = true, (hour*60+min)*60
	if s[0] == '-' {
		p.offset = -p.offset
	}
	return ok && hour <= 23 && min <= 59
}
