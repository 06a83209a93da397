// Package jsonx encodes and decodes a text form much like JSON, without reflection.
package jsonx

import (
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// Value is nil, bool, float64, string, []Value or *Object.
type Value any

// Object keeps its members in order.
type Object struct {
	keys   []string
	values map[string]Value
}

// Encoder is implemented by types that encode themselves.
type Encoder interface{ EncodeX() Value }

// Obj makes an object of keys and values in turn.
func Obj(pairs ...any) *Object {
	o := &Object{}
	for i := 0; i+1 < len(pairs); i += 2 {
		o.Set(pairs[i].(string), pairs[i+1])
	}
	return o
}

// Set adds or replaces a member.
func (o *Object) Set(key string, v Value) {
	if o.values == nil {
		o.values = make(map[string]Value)
	}
	if _, ok := o.values[key]; !ok {
		o.keys = append(o.keys, key)
	}
	o.values[key] = v
}

// Get is a member, or nil.
func (o *Object) Get(key string) Value { return o.values[key] }

// Len is the number of members.
func (o *Object) Len() int { return len(o.keys) }

// Path goes down: names of members and numbers of elements, separated by dots.
func Path(v Value, path string) (Value, bool) {
	for step := range strings.SplitSeq(path, ".") {
		switch x := v.(type) {
		case *Object:
			next, ok := x.values[step]
			if !ok {
				return nil, false
			}
			v = next
		case []Value:
			i, err := strconv.Atoi(step)
			if err != nil || i < 0 || i >= len(x) {
				return nil, false
			}
			v = x[i]
		default:
			return nil, false
		}
	}
	return v, true
}

// Options say how to write.
type Options struct {
	Indent string
	Sort   bool
}

type writer struct {
	Options
	strings.Builder
	level int
}

// Marshal writes a value.
func (o Options) Marshal(v Value) (text string, err error) {
	defer func() {
		if e, ok := recover().(error); ok {
			text, err = "", e
		}
	}()
	w := &writer{Options: o}
	w.value(v)
	return w.String(), nil
}

func (w *writer) newline() {
	if w.Indent != "" {
		w.WriteByte('\n')
		for range w.level {
			w.WriteString(w.Indent)
		}
	}
}

func (w *writer) group(open, close byte, n int, each func(i int)) {
	w.WriteByte(open)
	w.level++
	for i := range n {
		if i > 0 {
			w.WriteByte(',')
		}
		w.newline()
		each(i)
	}
	w.level--
	if n > 0 {
		w.newline()
	}
	w.WriteByte(close)
}

func (w *writer) value(v Value) {
	switch v := v.(type) {
	case nil:
		w.WriteString("null")
	case bool:
		w.WriteString(strconv.FormatBool(v))
	case int, int8, int16, int32, int64, uint, uint8, uint16, uint32, uint64:
		fmt.Fprint(w, v)
	case float64:
		if math.IsNaN(v) || math.IsInf(v, 0) {
			panic(fmt.Errorf("jsonx: %v has no text", v))
		}
		w.WriteString(strconv.FormatFloat(v, 'g', -1, 64))
	case string:
		w.quote(v)
	case []Value:
		w.group('[', ']', len(v), func(i int) { w.value(v[i]) })
	case *Object:
		keys := v.keys
		if w.Sort {
			keys = slices.Sorted(slices.Values(keys))
		}
		w.group('{', '}', len(keys), func(i int) {
			w.quote(keys[i])
			w.WriteByte(':')
			if w.Indent != "" {
				w.WriteByte(' ')
			}
			w.value(v.values[keys[i]])
		})
	case Encoder:
		w.value(v.EncodeX())
	case fmt.Stringer:
		w.quote(v.String())
	default:
		panic(fmt.Errorf("jsonx: cannot encode %T", v))
	}
}

const hex = "0123456789abcdef"

func (w *writer) quote(s string) {
	w.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			w.WriteByte('\\')
			w.WriteRune(r)
		case r == '\n':
			w.WriteString(`\n`)
		case r < ' ' || r == 0x7f:
			w.WriteString(`\u00`)
			w.WriteByte(hex[r>>4])
			w.WriteByte(hex[r&15])
		case r > 0xffff:
			hi, lo := utf16.EncodeRune(r)
			fmt.Fprintf(w, `\u%04x\u%04x`, hi, lo)
		default:
			w.WriteRune(r)
		}
	}
	w.WriteByte('"')
}

// SyntaxError is an error in the text.
type SyntaxError struct {
	Offset int
	What   string
}

func (e *SyntaxError) Error() string { return fmt.Sprintf("jsonx: %s at offset %d", e.What, e.Offset) }

type decoder struct {
	text string
	pos  int
}

// Unmarshal reads a value.
func Unmarshal(text string) (v Value, err error) {
	d := &decoder{text: text}
	defer func() {
		switch e := recover().(type) {
		case nil:
		case *SyntaxError:
			v, err = nil, e
		default:
			panic(e)
		}
	}()
	v = d.value()
	if d.space(); d.pos < len(d.text) {
		d.fail("text after the value")
	}
	return
}

// UnmarshalFrom reads a value from a reader.
func UnmarshalFrom(r io.Reader) (Value, error) {
	text, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	return Unmarshal(string(text))
}

func (d *decoder) fail(format string, args ...any) {
	panic(&SyntaxError{d.pos, fmt.Sprintf(format, args...)})
}

func (d *decoder) space() {
	for d.pos < len(d.text) && strings.IndexByte(" \t\r\n", d.text[d.pos]) >= 0 {
		d.pos++
	}
}

func (d *decoder) accept(b byte) bool {
	d.space()
	if d.pos < len(d.text) && d.text[d.pos] == b {
		d.pos++
		return true
	}
	return false
}

func (d *decoder) expect(b byte) {
	if !d.accept(b) {
		if d.pos == len(d.text) {
			d.fail("unexpected end, %q is needed", b)
		}
		d.fail("unexpected %q, %q is needed", d.text[d.pos], b)
	}
}

func (d *decoder) value() Value {
	d.space()
	if d.pos == len(d.text) {
		d.fail("unexpected end")
	}
	switch b := d.text[d.pos]; b {
	case '{':
		d.pos++
		o := new(Object)
		for !d.accept('}') {
			if o.Len() > 0 {
				d.expect(',')
			}
			d.space()
			key := d.str()
			d.expect(':')
			o.Set(key, d.value())
		}
		return o
	case '[':
		d.pos++
		list := []Value{}
		for !d.accept(']') {
			if len(list) > 0 {
				d.expect(',')
			}
			list = append(list, d.value())
		}
		return list
	case '"':
		return d.str()
	case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9':
		start := d.pos
		for d.pos < len(d.text) && strings.IndexByte("+-.eE0123456789", d.text[d.pos]) >= 0 {
			d.pos++
		}
		f, err := strconv.ParseFloat(d.text[start:d.pos], 64)
		if err != nil {
			d.pos = start
			d.fail("%v", err)
		}
		return f
	default:
		for word, v := range map[string]Value{"true": true, "false": false, "null": nil} {
			if strings.HasPrefix(d.text[d.pos:], word) {
				d.pos += len(word)
				return v
			}
		}
		d.fail("unexpected %q", b)
	}
	return nil
}

func (d *decoder) str() string {
	if d.pos >= len(d.text) || d.text[d.pos] != '"' {
		d.fail("a string is needed")
	}
	d.pos++
	var out []byte
	for d.pos < len(d.text) {
		b := d.text[d.pos]
		d.pos++
		switch {
		case b == '"':
			return string(out)
		case b != '\\':
			out = append(out, b)
			continue
		case d.pos == len(d.text):
			d.fail("unexpected end in a string")
		}
		esc := d.text[d.pos]
		d.pos++
		switch esc {
		case 'n':
			out = append(out, '\n')
		case 't':
			out = append(out, '\t')
		case 'u':
			r := d.unit()
			if utf16.IsSurrogate(r) && strings.HasPrefix(d.text[d.pos:], `\u`) {
				d.pos += 2
				r = utf16.DecodeRune(r, d.unit())
			}
			out = utf8.AppendRune(out, r)
		default:
			out = append(out, esc)
		}
	}
	d.fail("a string does not end")
	panic("not reached")
}

func (d *decoder) unit() rune {
	if d.pos+4 > len(d.text) {
		d.fail("unexpected end in an escape")
	}
	n, err := strconv.ParseUint(d.text[d.pos:d.pos+4], 16, 16)
	if err != nil {
		d.fail("bad escape %q", d.text[d.pos:d.pos+4])
	}
	d.pos += 4
	return rune(n)
}
