// Package time measures and shows time.
package time

// A Duration is the time between two instants in nanoseconds.
type Duration int64

// Common durations.
const (
	Nanosecond  Duration = 1
	Microsecond          = 1000 * Nanosecond
	Millisecond          = 1000 * Microsecond
	Second               = 1000 * Millisecond
	Minute               = 60 * Second
	Hour                 = 60 * Minute
)

const (
	minDuration Duration = -1 << 63
	maxDuration Duration = 1<<63 - 1
)

// Nanoseconds returns d as a number of nanoseconds.
func (d Duration) Nanoseconds() int64 { return int64(d) }

// Microseconds returns d as a number of microseconds.
func (d Duration) Microseconds() int64 { return int64(d) / 1e3 }

// Milliseconds returns d as a number of milliseconds.
func (d Duration) Milliseconds() int64 { return int64(d) / 1e6 }

// inUnits returns d as a number of units. Whole and rest are converted on their own, which keeps
// them exact.
func (d Duration) inUnits(unit Duration) float64 {
	return float64(d/unit) + float64(d%unit)/float64(unit)
}

// Seconds returns d as a number of seconds.
func (d Duration) Seconds() float64 { return d.inUnits(Second) }

// Minutes returns d as a number of minutes.
func (d Duration) Minutes() float64 { return d.inUnits(Minute) }

// Hours returns d as a number of hours.
func (d Duration) Hours() float64 { return d.inUnits(Hour) }

// Abs returns the absolute value of d, the largest Duration for the smallest.
func (d Duration) Abs() Duration {
	switch {
	case d >= 0:
		return d
	case d == minDuration:
		return maxDuration
	}
	return -d
}

// Truncate rounds d toward zero to a multiple of m; d itself if m <= 0.
func (d Duration) Truncate(m Duration) Duration {
	if m <= 0 {
		return d
	}
	return d - d%m
}

// Round rounds d to the nearest multiple of m, halves away from zero; d itself if m <= 0. A result
// beyond the range becomes its end.
func (d Duration) Round(m Duration) Duration {
	if m <= 0 {
		return d
	}
	rest := d % m
	if d < 0 {
		rest = -rest
		if uint64(rest)+uint64(rest) < uint64(m) {
			return d + rest
		}
		if r := d - m + rest; r < d {
			return r
		}
		return minDuration
	}
	if uint64(rest)+uint64(rest) < uint64(m) {
		return d - rest
	}
	if r := d + m - rest; r > d {
		return r
	}
	return maxDuration
}

// String returns d in the form 72h3m0.5s, with a smaller unit than seconds if d is below one.
func (d Duration) String() string {
	var buf [32]byte
	return string(buf[d.format(&buf):])
}

// format writes d to the end of buf and returns where it begins.
func (d Duration) format(buf *[32]byte) int {
	if d == 0 {
		copy(buf[30:], "0s")
		return 30
	}
	u := uint64(d)
	if d < 0 {
		u = -u
	}
	w := len(buf) - 1
	buf[w] = 's'
	if u < uint64(Second) {
		digits := 0
		switch {
		case u < uint64(Microsecond):
			w--
			buf[w] = 'n'
		case u < uint64(Millisecond):
			digits = 3
			w -= len("µ")
			copy(buf[w:], "µ")
		default:
			digits = 6
			w--
			buf[w] = 'm'
		}
		w, u = formatFraction(buf, w, u, digits)
		w = formatWhole(buf, w, u)
	} else {
		w, u = formatFraction(buf, w, u, 9)
		w = formatWhole(buf, w, u%60)
		if u /= 60; u > 0 {
			w--
			buf[w] = 'm'
			w = formatWhole(buf, w, u%60)
			if u /= 60; u > 0 {
				w--
				buf[w] = 'h'
				w = formatWhole(buf, w, u)
			}
		}
	}
	if d < 0 {
		w--
		buf[w] = '-'
	}
	return w
}

// formatFraction writes v/10^digits without its whole part, and without zeros at the end, before
// buf[w:]; it returns where that begins, and the whole part.
func formatFraction(buf *[32]byte, w int, v uint64, digits int) (start int, whole uint64) {
	shown := false
	for range digits {
		digit := v % 10
		shown = shown || digit != 0
		if shown {
			w--
			buf[w] = byte('0' + digit)
		}
		v /= 10
	}
	if shown {
		w--
		buf[w] = '.'
	}
	return w, v
}

func formatWhole(buf *[32]byte, w int, v uint64) int {
	for {
		w--
		buf[w] = byte('0' + v%10)
		v /= 10
		if v == 0 {
			return w
		}
	}
}
