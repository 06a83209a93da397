package time

// A Month is a month of the year.
type Month int

// The months.
const (
	January Month = 1 + iota
	February
	March
	April
	May
	June
	July
	August
	September
	October
	November
	December
)

var monthNames = [...]string{
	"January", "February", "March", "April", "May", "June",
	"July", "August", "September", "October", "November", "December",
}

// String returns the English name of the month.
func (m Month) String() string {
	if January <= m && m <= December {
		return monthNames[m-1]
	}
	return "%!Month(" + unsigned(uint64(m)) + ")"
}

// A Weekday is a day of the week.
type Weekday int

// The days of the week.
const (
	Sunday Weekday = iota
	Monday
	Tuesday
	Wednesday
	Thursday
	Friday
	Saturday
)

var dayNames = [...]string{
	"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
}

// String returns the English name of the day.
func (d Weekday) String() string {
	if Sunday <= d && d <= Saturday {
		return dayNames[d]
	}
	return "%!Weekday(" + unsigned(uint64(d)) + ")"
}

func unsigned(v uint64) string {
	var buf [32]byte
	return string(buf[formatWhole(&buf, len(buf), v):])
}

// Days are counted from the beginning of year 1. The Gregorian calendar, extended to all years,
// repeats every 400 years. For the arithmetic a year begins in March: so the leap day is its last,
// and the days before month m are 30.6 m in whole days (H. Hinnant, "chrono-compatible low-level
// date algorithms").

const (
	daysPer400Years = 400*365 + 97
	marchOffset     = 306 // from March 1 of year 0 to January 1 of year 1
)

// floorDiv returns a/b rounded down, and the remainder.
func floorDiv(a, b int64) (quo, rem int64) {
	quo, rem = a/b, a%b
	if rem < 0 {
		quo--
		rem += b
	}
	return quo, rem
}

// daysTo returns the days to the given date, whose day may be any number.
func daysTo(year int64, month Month, day int) int64 {
	m := int64(month) - 3
	if m < 0 {
		m += 12
		year--
	}
	era, y := floorDiv(year, 400)
	return era*daysPer400Years + y*365 + y/4 - y/100 + (153*m+2)/5 + int64(day) - 1 - marchOffset
}

// dateOf returns the date of a day, and the day's number in its year from 0 on.
func dateOf(days int64) (year int64, month Month, day, yday int) {
	era, d := floorDiv(days+marchOffset, daysPer400Years)
	y := (d - d/1460 + d/36524 - d/146096) / 365
	d -= y*365 + y/4 - y/100 // days since March 1
	m := (5*d + 2) / 153
	day = int(d - (153*m+2)/5 + 1)
	year = era*400 + y
	if m >= 10 { // January and February belong to the next year
		return year + 1, Month(m - 9), day, int(d) - marchOffset
	}
	yday = int(d) + 59
	if isLeap(year) {
		yday++
	}
	return year, Month(m + 3), day, yday
}

func isLeap(year int64) bool { return year%4 == 0 && (year%100 != 0 || year%400 == 0) }

// daysIn returns the number of days in a month.
func daysIn(m Month, year int64) int {
	switch m {
	case April, June, September, November:
		return 30
	case February:
		if isLeap(year) {
			return 29
		}
		return 28
	}
	return 31
}

// days returns the day that t is on at its place, and the seconds since midnight.
//
// The time is taken as unsigned, from March of the year -292277022400 on, as gc does: what is earlier
// comes out as later than all.
func (t *Time) days() (days, sec int64) {
	const before = 106751990354238 // days from then to year 1
	u := uint64(t.local()) + before*secondsPerDay
	return int64(u/secondsPerDay) - before, int64(u % secondsPerDay)
}

// Date returns the date of t.
func (t Time) Date() (year int, month Month, day int) {
	days, _ := t.days()
	y, month, day, _ := dateOf(days)
	return int(y), month, day
}

// Year returns the year of t.
func (t Time) Year() int {
	y, _, _ := t.Date()
	return y
}

// Month returns the month of t.
func (t Time) Month() Month {
	_, m, _ := t.Date()
	return m
}

// Day returns the day of the month of t.
func (t Time) Day() int {
	_, _, d := t.Date()
	return d
}

// YearDay returns the day of the year of t, from 1 on.
func (t Time) YearDay() int {
	days, _ := t.days()
	_, _, _, yday := dateOf(days)
	return yday + 1
}

// Weekday returns the day of the week of t.
func (t Time) Weekday() Weekday {
	days, _ := t.days()
	_, w := floorDiv(days+1, 7) // January 1 of year 1 was a Monday
	return Weekday(w)
}

// ISOWeek returns the year and the number of the week of t in the sense of ISO 8601.
func (t Time) ISOWeek() (year, week int) {
	days, _ := t.days()
	_, w := floorDiv(days, 7) // 0 is Monday
	y, _, _, yday := dateOf(days + 3 - w)
	return int(y), yday/7 + 1 // the year and week of the Thursday
}

// Clock returns the time of day of t.
func (t Time) Clock() (hour, min, sec int) {
	_, s := t.days()
	return int(s / 3600), int(s / 60 % 60), int(s % 60)
}

// Hour returns the hour of t.
func (t Time) Hour() int {
	h, _, _ := t.Clock()
	return h
}

// Minute returns the minute of t.
func (t Time) Minute() int {
	_, m, _ := t.Clock()
	return m
}

// Second returns the second of t.
func (t Time) Second() int {
	_, _, s := t.Clock()
	return s
}

// Nanosecond returns the nanoseconds of the second of t.
func (t Time) Nanosecond() int { return int(t.nsec()) }

// carry moves multiples of base from lo to hi, so that 0 <= lo < base.
func carry(hi, lo, base int) (newHi, newLo int) {
	q, r := floorDiv(int64(lo), int64(base))
	return hi + int(q), int(r)
}

// Date returns the time with the given date and time of day at loc. Values beyond their ranges
// carry over. A time of day that a change of the zone skips or repeats is taken by one of the two
// zones. It panics if loc is nil.
func Date(year int, month Month, day, hour, min, sec, nsec int, loc *Location) Time {
	if loc == nil {
		panic("time: missing Location in call to Date")
	}
	year, m := carry(year, int(month)-1, 12)
	sec, nsec = carry(sec, nsec, 1e9)
	min, sec = carry(min, sec, 60)
	hour, min = carry(hour, min, 60)
	day, hour = carry(day, hour, 24)
	unix := daysTo(int64(year), Month(m+1), day)*secondsPerDay + int64(hour*3600+min*60+sec) - unixEpoch
	if loc != UTC {
		unix = loc.unixOf(unix)
	}
	t := Time{uint64(nsec), unix + unixEpoch, nil}
	t.setLoc(loc)
	return t
}

// AddDate returns t with years, months and days added to its date.
func (t Time) AddDate(years int, months int, days int) Time {
	year, month, day := t.Date()
	hour, min, sec := t.Clock()
	return Date(year+years, month+Month(months), day+days, hour, min, sec, int(t.nsec()), t.Location())
}
