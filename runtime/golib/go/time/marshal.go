package time

import (
	"errors"
	"unsafe"
)

// appendStrict appends t in the layout RFC3339Nano, or returns an error if that cannot hold it.
func (t Time) appendStrict(b []byte) ([]byte, error) {
	start := len(b)
	b = t.AppendFormat(b, RFC3339Nano)
	if b[start+len("9999")] != '-' {
		return b, errors.New("year outside of range [0,9999]")
	}
	if b[len(b)-1] != 'Z' {
		zone := b[len(b)-len("+07:00"):]
		if isDigit(zone[0]) || (zone[1]-'0')*10+zone[2]-'0' >= 24 {
			return b, errors.New("timezone hour outside of range [0,23]")
		}
	}
	return b, nil
}

// MarshalJSON returns t as a string in the layout RFC3339Nano.
func (t Time) MarshalJSON() ([]byte, error) {
	b, err := t.appendStrict(append(make([]byte, 0, len(RFC3339Nano)+2), '"'))
	if err != nil {
		return nil, errors.New("Time.MarshalJSON: " + err.Error())
	}
	return append(b, '"'), nil
}

// UnmarshalJSON sets t to the time in a string; null changes nothing.
func (t *Time) UnmarshalJSON(data []byte) error {
	if string(data) == "null" {
		return nil
	}
	if len(data) < 2 || data[0] != '"' || data[len(data)-1] != '"' {
		return errors.New("Time.UnmarshalJSON: input is not a JSON string")
	}
	return t.UnmarshalText(data[1 : len(data)-1])
}

func (t Time) appendText(b []byte, name string) ([]byte, error) {
	b, err := t.appendStrict(b)
	if err != nil {
		return nil, errors.New(name + ": " + err.Error())
	}
	return b, nil
}

// AppendText appends t in the layout RFC3339Nano.
func (t Time) AppendText(b []byte) ([]byte, error) { return t.appendText(b, "Time.AppendText") }

// MarshalText returns t in the layout RFC3339Nano.
func (t Time) MarshalText() ([]byte, error) {
	return t.appendText(make([]byte, 0, len(RFC3339Nano)), "Time.MarshalText")
}

// UnmarshalText sets t to a time in the layout RFC3339.
func (t *Time) UnmarshalText(data []byte) (err error) {
	// Of a text that is right nothing is kept; an error keeps it.
	parsed, err := Parse(RFC3339, unsafe.String(unsafe.SliceData(data), len(data)))
	if err != nil {
		parsed, err = Parse(RFC3339, string(data))
	}
	*t = parsed
	return err
}

// The binary form: a version, the seconds since year 1, the nanoseconds, and the offset in minutes, or
// -1 for UTC; version 2 has the seconds of the offset too.
const (
	binaryMinutes = 1
	binarySeconds = 2
)

// AppendBinary appends t in a binary form, without the monotonic clock and the name of the location.
func (t Time) AppendBinary(b []byte) ([]byte, error) {
	version, minutes, seconds := byte(binaryMinutes), int16(-1), int8(0)
	if t.Location() != UTC {
		_, offset := t.Zone()
		if offset%60 != 0 {
			version, seconds = binarySeconds, int8(offset%60)
		}
		if offset /= 60; offset < -32768 || offset == -1 || offset > 32767 {
			return b, errors.New("Time.MarshalBinary: unexpected zone offset")
		}
		minutes = int16(offset)
	}
	b = append(b, version)
	b = appendBig(b, uint64(t.sec()), 8)
	b = appendBig(b, uint64(t.nsec()), 4)
	b = appendBig(b, uint64(minutes), 2)
	if version == binarySeconds {
		b = append(b, byte(seconds))
	}
	return b, nil
}

// appendBig appends the last n bytes of v, the most significant first.
func appendBig(b []byte, v uint64, n int) []byte {
	for i := n - 1; i >= 0; i-- {
		b = append(b, byte(v>>(8*i)))
	}
	return b
}

// MarshalBinary returns t in a binary form.
func (t Time) MarshalBinary() ([]byte, error) {
	b, err := t.AppendBinary(make([]byte, 0, 16))
	if err != nil {
		return nil, err
	}
	return b, nil
}

// UnmarshalBinary sets t to a time in the binary form.
func (t *Time) UnmarshalBinary(data []byte) error {
	if len(data) == 0 {
		return errors.New("Time.UnmarshalBinary: no data")
	}
	version := data[0]
	if version != binaryMinutes && version != binarySeconds {
		return errors.New("Time.UnmarshalBinary: unsupported version")
	}
	if len(data) != 14+int(version) {
		return errors.New("Time.UnmarshalBinary: invalid length")
	}
	r := dataReader{data: data[1:]}
	sec, nsec := int64(r.number(8)), uint64(uint32(r.number(4)))
	offset := int(int16(r.number(2))) * 60
	utc := offset == -60
	if version == binarySeconds {
		offset += int(int8(r.number(1)))
		utc = offset == -60
	}
	*t = Time{wall: nsec, ext: sec}
	if utc {
		t.setLoc(UTC)
	} else if z, _, _ := Local.lookup(t.Unix()); z.offset == offset {
		t.setLoc(Local)
	} else {
		t.setLoc(FixedZone("", offset))
	}
	return nil
}

// GobEncode is MarshalBinary.
func (t Time) GobEncode() ([]byte, error) { return t.MarshalBinary() }

// GobDecode is UnmarshalBinary.
func (t *Time) GobDecode(data []byte) error { return t.UnmarshalBinary(data) }
