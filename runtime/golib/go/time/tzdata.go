package time

import "errors"

var errBadData = errors.New("malformed time zone information")

// A dataReader reads big-endian numbers; after the end of the data it fails.
type dataReader struct {
	data   []byte
	failed bool
}

func (d *dataReader) take(n int) []byte {
	if n < 0 || n > len(d.data) {
		d.failed = true
		d.data = nil
		return nil
	}
	p := d.data[:n]
	d.data = d.data[n:]
	return p
}

func (d *dataReader) number(size int) (v uint64) {
	for _, c := range d.take(size) {
		v = v<<8 | uint64(c)
	}
	return v
}

// tzHeader are the counts of a block of a time zone file.
type tzHeader struct {
	version                                       byte
	isUT, isStd, leaps, transitions, types, chars int
}

func (d *dataReader) header() (h tzHeader) {
	if string(d.take(4)) != "TZif" {
		d.failed = true
		return h
	}
	if p := d.take(16); p != nil {
		h.version = p[0]
	}
	for _, count := range [...]*int{&h.isUT, &h.isStd, &h.leaps, &h.transitions, &h.types, &h.chars} {
		*count = int(d.number(4))
	}
	return h
}

// size returns the length of the block with times of timeSize bytes.
func (h *tzHeader) size(timeSize int) int {
	return h.transitions*(timeSize+1) + h.types*6 + h.chars + h.leaps*(timeSize+4) + h.isStd + h.isUT
}

// LoadLocationFromTZData returns the Location with the given name and the contents of a file of the
// time zone database (RFC 8536).
func LoadLocationFromTZData(name string, data []byte) (*Location, error) {
	d := dataReader{data: data}
	h := d.header()
	timeSize := 4
	if h.version >= '2' { // a block with 64-bit times follows
		d.take(h.size(4))
		h = d.header()
		timeSize = 8
	}
	times := dataReader{data: d.take(h.transitions * timeSize)}
	indexes := d.take(h.transitions)
	types := dataReader{data: d.take(h.types * 6)}
	names := d.take(h.chars)
	d.take(h.leaps*(timeSize+4) + h.isStd + h.isUT)
	if d.failed || h.types == 0 {
		return nil, errBadData
	}
	l := &Location{name: name, rule: footer(d.data)}
	for range h.types {
		z := zone{offset: int(int32(types.number(4))), isDST: types.number(1) != 0}
		start := int(types.number(1))
		if start >= len(names) {
			return nil, errBadData
		}
		end := start
		for end < len(names) && names[end] != 0 {
			end++
		}
		z.name = string(names[start:end])
		l.zones = append(l.zones, z)
	}
	for i := range h.transitions {
		when := int64(times.number(timeSize))
		if timeSize == 4 {
			when = int64(int32(when))
		}
		if int(indexes[i]) >= len(l.zones) {
			return nil, errBadData
		}
		l.transitions = append(l.transitions, transition{when, indexes[i]})
	}
	if len(l.transitions) == 0 {
		l.transitions = []transition{{alpha, 0}}
	}
	return l, nil
}

// footer returns the rule between newlines at the end of a file, "" if there is none.
func footer(b []byte) string {
	if len(b) > 2 && b[0] == '\n' && b[len(b)-1] == '\n' {
		return string(b[1 : len(b)-1])
	}
	return ""
}
