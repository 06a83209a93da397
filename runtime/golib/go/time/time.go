package time

// A Time is an instant with nanosecond precision and the place whose clock shows it. The zero Time
// is the beginning of year 1 in UTC. Times are compared with Equal, since == also compares places
// and monotonic clock readings.
//
// Seconds count from the beginning of year 1. With a monotonic clock reading, wall holds from its
// top a flag bit, 33 bits of seconds since 1885 and 30 bits of nanoseconds, and ext holds the
// reading in nanoseconds since the program began. Without one, wall holds the nanoseconds and ext
// the seconds.
type Time struct {
	wall uint64
	ext  int64
	loc  *Location // nil is UTC
}

const (
	hasMonotonic = 1 << 63
	nsecBits     = 30
	nsecMask     = 1<<nsecBits - 1
	wallBits     = 33

	secondsPerDay = 24 * 60 * 60

	unixEpoch = 719162 * secondsPerDay // from year 1 to 1970
	wallEpoch = 688094 * secondsPerDay // from year 1 to 1885
)

// started is the monotonic time at which the program began, so that readings are never 0.
var started = runtimeNano() - 1

// Now returns the current time.
func Now() Time {
	var clock [3]int64
	now(&clock)
	sec, nsec, mono := clock[0]+unixEpoch, uint64(clock[1]), clock[2]-started
	if since := sec - wallEpoch; 0 <= since && since < 1<<wallBits {
		return Time{hasMonotonic | uint64(since)<<nsecBits | nsec, mono, Local}
	}
	return Time{nsec, sec, Local}
}

// Unix returns the local Time that is sec seconds and nsec nanoseconds after 1970 began in UTC.
func Unix(sec int64, nsec int64) Time {
	if nsec < 0 || nsec >= 1e9 {
		n := nsec / 1e9
		sec += n
		nsec -= n * 1e9
		if nsec < 0 {
			nsec += 1e9
			sec--
		}
	}
	return Time{uint64(nsec), sec + unixEpoch, Local}
}

// UnixMilli returns the local Time that is msec milliseconds after 1970 began in UTC.
func UnixMilli(msec int64) Time { return Unix(msec/1e3, msec%1e3*1e6) }

// UnixMicro returns the local Time that is usec microseconds after 1970 began in UTC.
func UnixMicro(usec int64) Time { return Unix(usec/1e6, usec%1e6*1e3) }

// sec returns the seconds since year 1 began in UTC.
func (t *Time) sec() int64 {
	if t.wall&hasMonotonic != 0 {
		return wallEpoch + int64(t.wall<<1>>(nsecBits+1))
	}
	return t.ext
}

// nsec returns the nanoseconds of the second.
func (t *Time) nsec() int64 { return int64(t.wall & nsecMask) }

// stripMono removes the monotonic clock reading.
func (t *Time) stripMono() {
	if t.wall&hasMonotonic != 0 {
		t.ext = t.sec()
		t.wall &= nsecMask
	}
}

// IsZero reports whether t is the beginning of year 1 in UTC.
func (t Time) IsZero() bool { return t.sec() == 0 && t.nsec() == 0 }

// Unix returns the seconds since 1970 began in UTC.
func (t Time) Unix() int64 { return t.sec() - unixEpoch }

// UnixNano returns the nanoseconds since 1970 began in UTC; it overflows before 1678 and after 2262.
func (t Time) UnixNano() int64 { return t.Unix()*1e9 + t.nsec() }

// UnixMicro returns the microseconds since 1970 began in UTC.
func (t Time) UnixMicro() int64 { return t.Unix()*1e6 + t.nsec()/1e3 }

// UnixMilli returns the milliseconds since 1970 began in UTC.
func (t Time) UnixMilli() int64 { return t.Unix()*1e3 + t.nsec()/1e6 }

// Compare returns -1, 0 or 1 as t is before, the same instant as or after u.
func (t Time) Compare(u Time) int {
	x, y := t.sec(), u.sec()
	if t.wall&u.wall&hasMonotonic != 0 {
		x, y = t.ext, u.ext
	} else if x == y {
		x, y = t.nsec(), u.nsec()
	}
	switch {
	case x < y:
		return -1
	case x > y:
		return 1
	}
	return 0
}

// After reports whether t is after u.
func (t Time) After(u Time) bool { return t.Compare(u) > 0 }

// Before reports whether t is before u.
func (t Time) Before(u Time) bool { return t.Compare(u) < 0 }

// Equal reports whether t and u are the same instant.
func (t Time) Equal(u Time) bool { return t.Compare(u) == 0 }

// Add returns t+d.
func (t Time) Add(d Duration) Time {
	sec, nsec := int64(d/1e9), t.nsec()+int64(d%1e9)
	if nsec >= 1e9 {
		sec++
		nsec -= 1e9
	} else if nsec < 0 {
		sec--
		nsec += 1e9
	}
	t.wall = t.wall&^nsecMask | uint64(nsec)
	if t.wall&hasMonotonic != 0 {
		since := int64(t.wall<<1>>(nsecBits+1)) + sec
		mono := t.ext + int64(d)
		fits := 0 <= since && since < 1<<wallBits
		if fits && (mono > t.ext) == (d > 0) {
			t.wall = hasMonotonic | uint64(since)<<nsecBits | uint64(nsec)
			t.ext = mono
			return t
		}
		t.stripMono()
	}
	sum := t.ext + sec
	if (sum > t.ext) == (sec > 0) {
		t.ext = sum
	} else if sec > 0 {
		t.ext = 1<<63 - 1
	} else {
		t.ext = -(1<<63 - 1)
	}
	return t
}

// Sub returns t-u; a result beyond the range of a Duration becomes its end.
func (t Time) Sub(u Time) Duration {
	if t.wall&u.wall&hasMonotonic != 0 {
		d := Duration(t.ext - u.ext)
		if d < 0 && t.ext > u.ext {
			return maxDuration
		}
		if d > 0 && t.ext < u.ext {
			return minDuration
		}
		return d
	}
	d := Duration(t.sec()-u.sec())*Second + Duration(t.nsec()-u.nsec())
	switch {
	case u.Add(d).Equal(t):
		return d
	case t.Before(u):
		return minDuration
	}
	return maxDuration
}

// Since returns the time elapsed since t.
func Since(t Time) Duration {
	if t.wall&hasMonotonic != 0 {
		return Time{hasMonotonic, runtimeNano() - started, nil}.Sub(t)
	}
	return Now().Sub(t)
}

// Until returns the time that is left until t.
func Until(t Time) Duration {
	if t.wall&hasMonotonic != 0 {
		return t.Sub(Time{hasMonotonic, runtimeNano() - started, nil})
	}
	return t.Sub(Now())
}

// Truncate rounds t down to a multiple of d since the zero Time and removes the monotonic clock
// reading; if d <= 0 it does only that.
func (t Time) Truncate(d Duration) Time {
	t.stripMono()
	if d <= 0 {
		return t
	}
	return t.Add(-t.remainder(d))
}

// Round rounds t to the nearest multiple of d since the zero Time, halves up, and removes the
// monotonic clock reading; if d <= 0 it does only that.
func (t Time) Round(d Duration) Time {
	t.stripMono()
	if d <= 0 {
		return t
	}
	r := t.remainder(d)
	if uint64(r)+uint64(r) < uint64(d) {
		return t.Add(-r)
	}
	return t.Add(d - r)
}

// remainder returns the time since the zero Time modulo d > 0, which is not negative.
func (t *Time) remainder(d Duration) Duration {
	neg := false
	sec, nsec := t.sec(), t.nsec()
	if sec < 0 {
		neg = true
		sec, nsec = -sec, -nsec
		if nsec < 0 {
			nsec += 1e9
			sec--
		}
	}
	// sec*1e9 + nsec needs more than 64 bits; the remainder is built up bit by bit.
	r := uint64(0)
	m := uint64(d)
	for i := 62; i >= 0; i-- {
		r = addMod(r, r, m)
		if sec>>uint(i)&1 != 0 {
			r = addMod(r, 1e9%m, m)
		}
	}
	r = addMod(r, uint64(nsec)%m, m)
	if neg && r != 0 {
		r = m - r
	}
	return Duration(r)
}

// addMod returns (x + y) mod m for x, y < m < 1<<63.
func addMod(x, y, m uint64) uint64 {
	x += y
	if x >= m {
		x -= m
	}
	return x
}

// UTC returns t on the clock of UTC.
func (t Time) UTC() Time {
	t.setLoc(UTC)
	return t
}

// Local returns t on the local clock.
func (t Time) Local() Time {
	t.setLoc(Local)
	return t
}

// In returns t on the clock of loc. It panics if loc is nil.
func (t Time) In(loc *Location) Time {
	if loc == nil {
		panic("time: missing Location in call to Time.In")
	}
	t.setLoc(loc)
	return t
}

func (t *Time) setLoc(loc *Location) {
	if loc == UTC {
		loc = nil
	}
	t.stripMono()
	t.loc = loc
}

// Location returns the place of t.
func (t Time) Location() *Location {
	if t.loc == nil {
		return UTC
	}
	return t.loc
}

// Zone returns the abbreviation of the time zone that t is in, and its distance east of UTC in
// seconds.
func (t Time) Zone() (name string, offset int) {
	z, _, _ := t.Location().lookup(t.Unix())
	return z.name, z.offset
}

// IsDST reports whether daylight saving time is in force at t.
func (t Time) IsDST() bool {
	z, _, _ := t.Location().lookup(t.Unix())
	return z.isDST
}

// ZoneBounds returns when the time zone in force at t began and when it ends, the zero Time for
// never.
func (t Time) ZoneBounds() (start, end Time) {
	_, from, to := t.Location().lookup(t.Unix())
	if from != alpha {
		start = Unix(from, 0)
		start.setLoc(t.loc)
	}
	if to != omega {
		end = Unix(to, 0)
		end.setLoc(t.loc)
	}
	return start, end
}

// local returns the seconds since year 1 that the clock of t's place shows.
func (t *Time) local() int64 {
	sec := t.sec()
	if t.loc != nil && t.loc != UTC {
		z, _, _ := t.loc.lookup(sec - unixEpoch)
		sec += int64(z.offset)
	}
	return sec
}
