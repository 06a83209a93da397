package time

import (
	"errors"
	"sync"
	"syscall"
)

// A Location is a place with the history and the rule of its clock.
type Location struct {
	name        string
	zones       []zone
	transitions []transition // in ascending order
	rule        string       // for the time after the last transition, see tzRule
}

// A zone is an offset from UTC with a name.
type zone struct {
	name   string
	offset int // seconds east of UTC
	isDST  bool
}

// A transition is the instant from which on a zone is in force.
type transition struct {
	when int64 // seconds since 1970
	zone uint8 // index into Location.zones
}

// Before and after all times.
const (
	alpha = -1 << 63
	omega = 1<<63 - 1
)

var (
	utcLocation   = Location{name: "UTC"}
	localLocation Location
	localOnce     sync.Once
)

// UTC is Universal Coordinated Time.
var UTC *Location = &utcLocation

// Local is the local time zone: that of the environment variable TZ, or of the system if it is not
// set. An empty TZ means UTC.
var Local *Location = &localLocation

// get returns l with its data loaded; nil is UTC.
func (l *Location) get() *Location {
	if l == nil {
		return &utcLocation
	}
	if l == &localLocation {
		localOnce.Do(loadLocal)
	}
	return l
}

// String returns the name that the location was loaded or made with.
func (l *Location) String() string { return l.get().name }

// FixedZone returns a Location that always has the given zone: its name and its offset east of UTC
// in seconds.
func FixedZone(name string, offset int) *Location {
	return &Location{
		name:        name,
		zones:       []zone{{name, offset, false}},
		transitions: []transition{{alpha, 0}},
	}
}

// lookup returns the zone in force sec seconds after 1970, since when and until when it is.
func (l *Location) lookup(sec int64) (z zone, start, end int64) {
	l = l.get()
	if len(l.zones) == 0 {
		return zone{"UTC", 0, false}, alpha, omega
	}
	t := l.transitions
	if len(t) == 0 || sec < t[0].when {
		end = omega
		if len(t) > 0 {
			end = t[0].when
		}
		return l.firstZone(), alpha, end
	}
	lo, hi := 0, len(t) // t[lo] is at or before sec, t[hi] is after it
	for hi-lo > 1 {
		mid := int(uint(lo+hi) / 2)
		if t[mid].when <= sec {
			lo = mid
		} else {
			hi = mid
		}
	}
	z, start, end = l.zones[t[lo].zone], t[lo].when, omega
	if hi < len(t) {
		return z, start, t[hi].when
	}
	if rz, rs, re, ok := ruleZone(l.rule, start, sec); ok {
		return rz, rs, re
	}
	return z, start, end
}

// firstZone returns the zone before the first transition: zone 0 if no transition leads to it, else
// if the first one leads to daylight saving time the standard time listed before that, else the
// first standard time.
func (l *Location) firstZone() zone {
	used := false
	for _, t := range l.transitions {
		used = used || t.zone == 0
	}
	if !used {
		return l.zones[0]
	}
	if first := int(l.transitions[0].zone); l.zones[first].isDST {
		for i := first - 1; i >= 0; i-- {
			if !l.zones[i].isDST {
				return l.zones[i]
			}
		}
	}
	for _, z := range l.zones {
		if !z.isDST {
			return z
		}
	}
	return l.zones[0]
}

// unixOf returns the seconds since 1970 at which the clock of l shows what the clock of UTC shows
// at wall.
func (l *Location) unixOf(wall int64) int64 {
	z, start, end := l.lookup(wall)
	unix := wall - int64(z.offset)
	if z.offset != 0 && (unix < start || unix >= end) {
		z, _, _ = l.lookup(unix)
		unix = wall - int64(z.offset)
	}
	return unix
}

// zoneFolders is where systems keep their time zones.
var zoneFolders = [...]string{
	"/usr/share/zoneinfo/", "/usr/share/lib/zoneinfo/", "/usr/lib/locale/TZ/", "/etc/zoneinfo/",
}

// loadLocal loads the local time zone. What cannot be loaded is UTC.
func loadLocal() {
	tz, set := environmentTZ()
	path, name := "", ""
	switch {
	case !set:
		path, name = "/etc/localtime", "Local"
	case tz != "" && tz[0] == ':':
		tz = tz[1:]
		fallthrough
	default:
		if tz != "" && tz[0] == '/' {
			path, name = tz, tz
			if tz == "/etc/localtime" {
				name = "Local"
			}
		}
	}
	if path != "" {
		if l, err := loadFile(path, name); err == nil {
			localLocation = *l
			return
		}
	} else if tz != "" && tz != "UTC" {
		if l, err := loadNamed(tz); err == nil {
			localLocation = *l
			localLocation.name = "Local"
			return
		}
	}
	localLocation.name = "UTC"
}

func environmentTZ() (value string, set bool) {
	for _, entry := range syscall.Environ() {
		if hasPrefix(entry, "TZ=") {
			return entry[3:], true
		}
	}
	return "", false
}

var errLocation = errors.New("time: invalid location name")

// LoadLocation returns the Location with the given name in the system's time zone database, such as
// "America/New_York"; "" and "UTC" are UTC and "Local" is Local.
func LoadLocation(name string) (*Location, error) {
	switch name {
	case "", "UTC":
		return UTC, nil
	case "Local":
		return Local, nil
	}
	if name[0] == '/' || name[0] == '\\' || containsDotDot(name) {
		return nil, errLocation
	}
	return loadNamed(name)
}

// containsDotDot reports whether the path s has an element "..".
func containsDotDot(s string) bool {
	for i := 0; i+1 < len(s); i++ {
		if s[i] == '.' && s[i+1] == '.' {
			return true
		}
	}
	return false
}

func loadNamed(name string) (*Location, error) {
	for _, folder := range zoneFolders {
		l, err := loadFile(folder+name, name)
		if err == nil {
			return l, nil
		}
		if err != syscall.ENOENT {
			return nil, err
		}
	}
	return nil, errors.New("unknown time zone " + name)
}

func loadFile(path, name string) (*Location, error) {
	data, err := readFile(path)
	if err != nil {
		return nil, err
	}
	return LoadLocationFromTZData(name, data)
}

// maxZoneFile is more than any time zone file has.
const maxZoneFile = 10 << 20

func readFile(path string) ([]byte, error) {
	fd, err := syscall.Open(path, syscall.O_RDONLY|syscall.O_CLOEXEC, 0)
	if err != nil {
		return nil, err
	}
	defer syscall.Close(fd)
	var data []byte
	var buf [4096]byte
	for {
		n, err := syscall.Read(fd, buf[:])
		if n > 0 {
			data = append(data, buf[:n]...)
		}
		switch {
		case err == syscall.EINTR:
			continue
		case err != nil:
			return nil, err
		case n == 0:
			return data, nil
		case len(data) > maxZoneFile:
			return nil, errors.New("time: file " + path + " is too large")
		}
	}
}
