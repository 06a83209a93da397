package fmt

import (
	"internal/abi"
	"internal/rtype"
	"strconv"
	"unicode/utf8"
	"unsafe"
)

const kindString = abi.String

func isSigned(k abi.Kind) bool   { return abi.Int <= k && k <= abi.Int64 }
func isUnsigned(k abi.Kind) bool { return abi.Uint <= k && k <= abi.Uintptr }

// arg formats an argument.
func (p *printer) arg(arg any, verb rune) {
	if arg == nil {
		if verb == 'T' || verb == 'v' {
			p.padString("<nil>")
		} else {
			p.badVerb(rtype.Value{}, verb)
		}
		return
	}
	switch verb {
	case 'T':
		p.text(rtype.ValueOf(arg).Type.String())
		return
	case 'p':
		p.pointer(rtype.ValueOf(arg), 'p')
		return
	}
	// The common types without a detour over their descriptors; none of them has methods.
	switch v := arg.(type) {
	case string:
		if verb == 'v' && !p.sharpV || verb == 's' {
			if p.special {
				p.text(v)
			} else {
				p.buf = append(p.buf, v...)
			}
			return
		}
	case int:
		if verb == 'd' || verb == 'v' {
			if p.special {
				p.integer(uint64(v), 10, true, verb, false)
			} else {
				p.buf = strconv.AppendInt(p.buf, int64(v), 10)
			}
			return
		}
		if verb != 'w' {
			p.number(rtype.ValueOf(arg), uint64(v), true, verb)
			return
		}
	case float64:
		if verb != 'w' {
			p.floating(rtype.ValueOf(arg), v, 64, verb)
			return
		}
	case bool:
		if verb != 'w' {
			p.boolean(rtype.ValueOf(arg), v, verb)
			return
		}
	case []byte:
		p.bytes(v, verb, "[]byte")
		return
	}
	v := rtype.ValueOf(arg)
	if formatHeld != nil && formatHeld(unsafe.Pointer(p), arg, verb) {
		return
	}
	if !p.methods(v, arg, verb) {
		p.value(v, verb, 0)
	}
}

// formatHeld is set by package reflect if that is in the program. It reports whether arg is a reflect.Value, and formats what
// that holds, by formatParts.
var formatHeld func(to unsafe.Pointer, arg any, verb rune) bool

// formatParts formats a value that is given by the fields of a rtype.Value.
var formatParts = func(to, typ, ptr unsafe.Pointer, flags uint8, verb rune) {
	p, v := (*printer)(to), rtype.Make((*abi.Type)(typ), ptr, flags)
	if !v.IsValid() || !v.CanInterface() || !p.methods(v, nil, verb) {
		p.value(v, verb, 0)
	}
}

// badVerb says that verb does not go with v.
func (p *printer) badVerb(v rtype.Value, verb rune) {
	p.erroring = true
	p.buf = append(p.buf, "%!"...)
	p.buf = utf8.AppendRune(p.buf, verb)
	p.buf = append(p.buf, '(')
	if v.IsValid() {
		p.buf = append(p.buf, v.Type.String()...)
		p.buf = append(p.buf, '=')
		p.wholeValue(v, 'v')
	} else {
		p.buf = append(p.buf, "<nil>"...)
	}
	p.buf = append(p.buf, ')')
	p.erroring = false
}

// wholeValue formats a value that is not part of another one.
func (p *printer) wholeValue(v rtype.Value, verb rune) {
	if t := v.Type; t.Kind_ == abi.Slice && !t.HasName() && t.Elem().Kind_ == abi.Uint8 && t.Elem().PkgPath() == "" {
		p.bytes(v.Bytes(), verb, "[]byte")
		return
	}
	p.value(v, verb, 0)
}

// methods lets v format itself if it can; arg is v as an interface, or nil if that has yet to be
// made.
func (p *printer) methods(v rtype.Value, arg any, verb rune) (handled bool) {
	if p.erroring {
		return false
	}
	if verb != 'w' && !v.MayHaveMethods() {
		return false
	}
	if arg == nil {
		arg = v.Interface()
	}
	if verb == 'w' {
		if _, ok := arg.(error); !ok || !p.wrapErrs {
			p.badVerb(rtype.ValueOf(arg), verb)
			return true
		}
		verb = 'v'
	}
	if f, ok := arg.(Formatter); ok {
		handled = true
		defer p.catchPanic(arg, verb, "Format")
		f.Format(p, verb)
		return handled
	}
	if p.sharpV {
		if s, ok := arg.(GoStringer); ok {
			handled = true
			defer p.catchPanic(arg, verb, "GoString")
			p.text(s.GoString())
		}
		return handled
	}
	switch verb {
	case 'v', 's', 'x', 'X', 'q':
		switch s := arg.(type) {
		case error:
			handled = true
			defer p.catchPanic(arg, verb, "Error")
			p.string(rtype.ValueOf(arg), s.Error(), verb)
		case Stringer:
			handled = true
			defer p.catchPanic(arg, verb, "String")
			p.string(rtype.ValueOf(arg), s.String(), verb)
		}
	}
	return handled
}

// catchPanic is deferred around a method of arg and prints its panic.
func (p *printer) catchPanic(arg any, verb rune, method string) {
	r := recover()
	if r == nil {
		return
	}
	// A method on a nil pointer that does not expect one: that is the value.
	if v := rtype.ValueOf(arg); v.Kind() == abi.Pointer && v.IsNil() {
		p.buf = append(p.buf, "<nil>"...)
		return
	}
	if p.panicking { // the value of the panic panics again
		panic(r)
	}
	saved := p.spec
	p.spec = spec{}
	p.problem(verb, "(PANIC=")
	p.buf = append(p.buf, method...)
	p.buf = append(p.buf, " method: "...)
	p.panicking = true
	p.arg(r, 'v')
	p.panicking = false
	p.buf = append(p.buf, ')')
	saved.width, saved.prec = 0, 0 // as gc does; matters for the elements that follow
	p.spec = saved
}

func (p *printer) boolean(v rtype.Value, b bool, verb rune) {
	if verb != 't' && verb != 'v' {
		p.badVerb(v, verb)
		return
	}
	if b {
		p.padString("true")
	} else {
		p.padString("false")
	}
}

// number formats an integer.
func (p *printer) number(v rtype.Value, u uint64, signed bool, verb rune) {
	switch verb {
	case 'v':
		if p.sharpV && !signed {
			p.hex(u, true)
			return
		}
		p.integer(u, 10, signed, verb, false)
	case 'd':
		p.integer(u, 10, signed, verb, false)
	case 'b':
		p.integer(u, 2, signed, verb, false)
	case 'o', 'O':
		p.integer(u, 8, signed, verb, false)
	case 'x':
		p.integer(u, 16, signed, verb, false)
	case 'X':
		p.integer(u, 16, signed, verb, true)
	case 'c':
		p.char(u)
	case 'q':
		p.quotedChar(u)
	case 'U':
		p.unicode(u)
	default:
		p.badVerb(v, verb)
	}
}

func (p *printer) floating(v rtype.Value, f float64, size int, verb rune) {
	switch verb {
	case 'v':
		p.float(f, size, 'g', -1)
	case 'b', 'g', 'G', 'x', 'X':
		p.float(f, size, byte(verb), -1)
	case 'e', 'E', 'f':
		p.float(f, size, byte(verb), 6)
	case 'F':
		p.float(f, size, 'f', 6)
	default:
		p.badVerb(v, verb)
	}
}

func (p *printer) complex(v rtype.Value, c complex128, size int, verb rune) {
	switch verb {
	case 'v', 'b', 'g', 'G', 'x', 'X', 'f', 'F', 'e', 'E':
		plus := p.plus
		p.buf = append(p.buf, '(')
		p.floating(v, real(c), size/2, verb)
		p.plus = true
		p.floating(v, imag(c), size/2, verb)
		p.buf = append(p.buf, "i)"...)
		p.plus = plus
	default:
		p.badVerb(v, verb)
	}
}

func (p *printer) string(v rtype.Value, s string, verb rune) {
	switch verb {
	case 'v':
		if p.sharpV {
			p.quoted(s)
		} else {
			p.text(s)
		}
	case 's':
		p.text(s)
	case 'x':
		p.hexString(s, lowerDigits)
	case 'X':
		p.hexString(s, upperDigits)
	case 'q':
		p.quoted(s)
	default:
		p.badVerb(v, verb)
	}
}

// bytes formats a byte slice whose type has the given name.
func (p *printer) bytes(b []byte, verb rune, typeName string) {
	switch verb {
	case 'v', 'd':
		p.byteList(b, verb, typeName)
	case 's':
		p.text(asString(b))
	case 'x':
		p.hexString(asString(b), lowerDigits)
	case 'X':
		p.hexString(asString(b), upperDigits)
	case 'q':
		p.quoted(asString(b))
	default:
		p.value(rtype.ValueOf(b), verb, 0)
	}
}

// asString returns a view of b for use while b does not change.
func asString(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

func (p *printer) byteList(b []byte, verb rune, typeName string) {
	if !p.sharpV {
		p.buf = append(p.buf, '[')
		for i, c := range b {
			if i > 0 {
				p.buf = append(p.buf, ' ')
			}
			p.integer(uint64(c), 10, false, verb, false)
		}
		p.buf = append(p.buf, ']')
		return
	}
	p.buf = append(p.buf, typeName...)
	if b == nil {
		p.buf = append(p.buf, "(nil)"...)
		return
	}
	p.buf = append(p.buf, '{')
	for i, c := range b {
		if i > 0 {
			p.buf = append(p.buf, ", "...)
		}
		p.hex(uint64(c), true)
	}
	p.buf = append(p.buf, '}')
}

// pointer formats the address that v stands for.
func (p *printer) pointer(v rtype.Value, verb rune) {
	switch v.Kind() {
	case abi.Chan, abi.Func, abi.Map, abi.Pointer, abi.Slice, abi.UnsafePointer:
	default:
		p.badVerb(v, verb)
		return
	}
	u := uint64(v.Pointer())
	switch {
	case verb == 'p', verb == 'v' && !p.sharpV && u != 0:
		p.hex(u, !p.sharp)
	case verb == 'v' && !p.sharpV:
		p.padString("<nil>")
	case verb == 'v':
		p.buf = append(p.buf, '(')
		p.buf = append(p.buf, v.Type.String()...)
		p.buf = append(p.buf, ")("...)
		if u == 0 {
			p.buf = append(p.buf, "nil"...)
		} else {
			p.hex(u, true)
		}
		p.buf = append(p.buf, ')')
	case verb == 'b' || verb == 'o' || verb == 'd' || verb == 'x' || verb == 'X':
		p.number(v, u, false, verb)
	default:
		p.badVerb(v, verb)
	}
}
