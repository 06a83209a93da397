package fmt

import (
	"internal/abi"
	"internal/rtype"
)

// value formats v without calling methods of v itself if depth is 0; parts of it have greater
// depth.
func (p *printer) value(v rtype.Value, verb rune, depth int) {
	if depth > 0 && v.IsValid() && v.CanInterface() && p.methods(v, nil, verb) {
		return
	}
	switch kind := v.Kind(); kind {
	case abi.Invalid:
		if depth == 0 {
			p.buf = append(p.buf, "<invalid reflect.Value>"...)
		} else if verb == 'v' {
			p.buf = append(p.buf, "<nil>"...)
		} else {
			p.badVerb(v, verb)
		}
	case abi.Bool:
		p.boolean(v, v.Bool(), verb)
	case abi.Int, abi.Int8, abi.Int16, abi.Int32, abi.Int64:
		p.number(v, uint64(v.Int()), true, verb)
	case abi.Uint, abi.Uint8, abi.Uint16, abi.Uint32, abi.Uint64, abi.Uintptr:
		p.number(v, v.Uint(), false, verb)
	case abi.Float32:
		p.floating(v, v.Float(), 32, verb)
	case abi.Float64:
		p.floating(v, v.Float(), 64, verb)
	case abi.Complex64:
		p.complex(v, v.Complex(), 64, verb)
	case abi.Complex128:
		p.complex(v, v.Complex(), 128, verb)
	case abi.String:
		p.string(v, v.String(), verb)
	case abi.Map:
		p.mapping(v, verb, depth)
	case abi.Struct:
		p.structure(v, verb, depth)
	case abi.Interface:
		p.dynamic(v, verb, depth)
	case abi.Array, abi.Slice:
		p.list(v, verb, depth)
	case abi.Pointer:
		// At the top the address says less than what is there; below that could be endless.
		if depth == 0 && !v.IsNil() {
			switch e := v.Elem(); e.Kind() {
			case abi.Array, abi.Slice, abi.Struct, abi.Map:
				p.buf = append(p.buf, '&')
				p.value(e, verb, 1)
				return
			}
		}
		p.pointer(v, verb)
	default: // Chan, Func, UnsafePointer
		p.pointer(v, verb)
	}
}

// separator appends what stands between the parts of a value.
func (p *printer) separator() {
	if p.sharpV {
		p.buf = append(p.buf, ", "...)
	} else {
		p.buf = append(p.buf, ' ')
	}
}

// typeName appends the type of v for %#v.
func (p *printer) typeName(v rtype.Value) {
	if p.sharpV {
		p.buf = append(p.buf, v.Type.String()...)
	}
}

func (p *printer) structure(v rtype.Value, verb rune, depth int) {
	p.typeName(v)
	p.buf = append(p.buf, '{')
	for i := range v.NumField() {
		if i > 0 {
			p.separator()
		}
		if p.plusV || p.sharpV {
			p.buf = append(p.buf, v.FieldName(i)...)
			p.buf = append(p.buf, ':')
		}
		field := v.Field(i)
		if field.Kind() == abi.Interface && !field.IsNil() {
			field = field.Elem()
		}
		p.value(field, verb, depth+1)
	}
	p.buf = append(p.buf, '}')
}

func (p *printer) dynamic(v rtype.Value, verb rune, depth int) {
	switch e := v.Elem(); {
	case e.IsValid():
		p.value(e, verb, depth+1)
	case p.sharpV:
		p.typeName(v)
		p.buf = append(p.buf, "(nil)"...)
	default:
		p.buf = append(p.buf, "<nil>"...)
	}
}

func (p *printer) list(v rtype.Value, verb rune, depth int) {
	switch verb {
	case 's', 'q', 'x', 'X':
		if v.Type.Elem().Kind_ == abi.Uint8 {
			p.bytes(v.Bytes(), verb, "")
			return
		}
	}
	open, end := byte('['), byte(']')
	if p.sharpV {
		p.typeName(v)
		if v.Kind() == abi.Slice && v.IsNil() {
			p.buf = append(p.buf, "(nil)"...)
			return
		}
		open, end = '{', '}'
	}
	p.buf = append(p.buf, open)
	for i := range v.Len() {
		if i > 0 {
			p.separator()
		}
		p.value(v.Index(i), verb, depth+1)
	}
	p.buf = append(p.buf, end)
}

func (p *printer) mapping(v rtype.Value, verb rune, depth int) {
	end := byte(']')
	if p.sharpV {
		p.typeName(v)
		if v.IsNil() {
			p.buf = append(p.buf, "(nil)"...)
			return
		}
		p.buf = append(p.buf, '{')
		end = '}'
	} else {
		p.buf = append(p.buf, "map["...)
	}
	for i, e := range sortedEntries(v) {
		if i > 0 {
			p.separator()
		}
		p.value(e.key, verb, depth+1)
		p.buf = append(p.buf, ':')
		p.value(e.elem, verb, depth+1)
	}
	p.buf = append(p.buf, end)
}
