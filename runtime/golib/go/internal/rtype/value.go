// Package rtype looks at values through their type descriptors. It is what fmt and errors need of
// reflection and no more.
package rtype

import (
	"internal/abi"
	"unsafe"
)

// A Value is a Go value of any type. The zero Value is invalid.
type Value struct {
	Type *abi.Type
	ptr  unsafe.Pointer // the address of the value, or the value itself if direct
	flag flag
}

type flag uint8

const (
	flagDirect   flag = 1 << iota // ptr is the value, which is a single pointer
	flagAddr                      // the value lives in a variable that may change
	flagPrivate                   // the value was reached through an unexported field
	flagEmbedded                  // the value is an embedded field with an unexported name
)

// restricted returns the flag that a part of a value with flags f inherits, other than a field:
// the exported fields of an unexported embedded struct are not restricted.
func (f flag) restricted() flag {
	if f&(flagPrivate|flagEmbedded) != 0 {
		return flagPrivate
	}
	return 0
}

// ValueOf returns the dynamic value of x, invalid if x is nil.
func ValueOf(x any) Value {
	e := (*abi.EmptyInterface)(unsafe.Pointer(&x))
	return fromInterface(e.Type, e.Data, 0)
}

// Make returns the value of type t at ptr, or ptr itself, as the flags say: 1 direct, 2 a variable, 4 reached through an
// unexported field, 8 an embedded field with an unexported name.
func Make(t *abi.Type, ptr unsafe.Pointer, flags uint8) Value { return Value{t, ptr, flag(flags)} }

// fromInterface returns the value in an interface with the given type and data words.
func fromInterface(t *abi.Type, data unsafe.Pointer, f flag) Value {
	if t == nil {
		return Value{}
	}
	if t.IsDirectIface() {
		f |= flagDirect
	}
	return Value{t, data, f}
}

// IsValid reports whether v holds a value.
func (v Value) IsValid() bool { return v.Type != nil }

// Kind returns the kind of v, abi.Invalid if v is invalid.
func (v Value) Kind() abi.Kind {
	if v.Type == nil {
		return abi.Invalid
	}
	return v.Type.Kind_
}

// CanInterface reports whether v was reached without an unexported field.
func (v Value) CanInterface() bool { return v.flag&(flagPrivate|flagEmbedded) == 0 }

// CanAddr reports whether v is a variable.
func (v Value) CanAddr() bool { return v.flag&flagAddr != 0 }

// word returns the single pointer that v consists of.
func (v Value) word() unsafe.Pointer {
	if v.flag&flagDirect != 0 {
		return v.ptr
	}
	return *(*unsafe.Pointer)(v.ptr)
}

// addr returns the address of v, which for a value in a data word is a copy.
func (v *Value) addr() unsafe.Pointer {
	if v.flag&flagDirect != 0 {
		return unsafe.Pointer(&v.ptr)
	}
	return v.ptr
}

// MayHaveMethods reports whether the dynamic type of v can have methods.
func (v Value) MayHaveMethods() bool {
	if v.Type.Kind_ == abi.Interface {
		return true
	}
	u := v.Type.Uncommon()
	return u != nil && u.Mcount > 0
}

// Interface returns v as an interface value.
func (v Value) Interface() any {
	if v.Type.Kind_ == abi.Interface {
		v = v.Elem()
		if v.Type == nil {
			return nil
		}
	}
	var x any
	e := (*abi.EmptyInterface)(unsafe.Pointer(&x))
	switch {
	case v.Type.IsDirectIface():
		e.Data = v.word()
	case v.flag&flagAddr != 0: // the variable may change: the interface gets its own copy
		e.Data = newobject(v.Type)
		typedmemmove(v.Type, e.Data, v.ptr)
	default:
		e.Data = v.addr()
	}
	e.Type = v.Type
	return x
}

// Bool returns a value of kind Bool.
func (v Value) Bool() bool { return *(*bool)(v.ptr) }

// Int returns a value of a signed integer kind.
func (v Value) Int() int64 {
	switch v.Type.Kind_ {
	case abi.Int:
		return int64(*(*int)(v.ptr))
	case abi.Int8:
		return int64(*(*int8)(v.ptr))
	case abi.Int16:
		return int64(*(*int16)(v.ptr))
	case abi.Int32:
		return int64(*(*int32)(v.ptr))
	}
	return *(*int64)(v.ptr)
}

// Uint returns a value of an unsigned integer kind.
func (v Value) Uint() uint64 {
	switch v.Type.Kind_ {
	case abi.Uint8:
		return uint64(*(*uint8)(v.ptr))
	case abi.Uint16:
		return uint64(*(*uint16)(v.ptr))
	case abi.Uint32:
		return uint64(*(*uint32)(v.ptr))
	}
	return *(*uint64)(v.ptr) // Uint, Uint64 and Uintptr
}

// Float returns a value of a floating-point kind.
func (v Value) Float() float64 {
	if v.Type.Kind_ == abi.Float32 {
		return float64(*(*float32)(v.ptr))
	}
	return *(*float64)(v.ptr)
}

// Complex returns a value of a complex kind.
func (v Value) Complex() complex128 {
	if v.Type.Kind_ == abi.Complex64 {
		return complex128(*(*complex64)(v.ptr))
	}
	return *(*complex128)(v.ptr)
}

// String returns a value of kind String.
func (v Value) String() string { return *(*string)(v.ptr) }

// sliceHeader is the layout of a slice.
type sliceHeader struct {
	data unsafe.Pointer
	len  int
	cap  int
}

// Len returns the length of an array, a slice, a string, a map or a channel.
func (v Value) Len() int {
	switch v.Type.Kind_ {
	case abi.Array:
		return int((*abi.ArrayType)(unsafe.Pointer(v.Type)).Len)
	case abi.Slice:
		return (*sliceHeader)(v.ptr).len
	case abi.String:
		return len(*(*string)(v.ptr))
	case abi.Map:
		return maplen(v.word())
	}
	return chanlen(v.word())
}

// IsNil reports whether a channel, function, interface, map, pointer or slice is nil.
func (v Value) IsNil() bool {
	switch v.Type.Kind_ {
	case abi.Slice:
		return (*sliceHeader)(v.ptr).data == nil
	case abi.Interface:
		return *(*unsafe.Pointer)(v.ptr) == nil
	}
	return v.word() == nil
}

// Pointer returns the address that a channel, function, map, pointer or slice stands for. For a
// function it is the address of its code.
func (v Value) Pointer() uintptr {
	switch v.Type.Kind_ {
	case abi.Slice:
		return uintptr((*sliceHeader)(v.ptr).data)
	case abi.String:
		return uintptr((*sliceHeader)(v.ptr).data)
	case abi.Func:
		p := v.word()
		if p != nil {
			return *(*uintptr)(p)
		}
		return 0
	}
	return uintptr(v.word())
}

// Elem returns the value in an interface or behind a pointer, invalid if that is nil.
func (v Value) Elem() Value {
	if v.Type.Kind_ == abi.Interface {
		return v.dynamic()
	}
	p := v.word()
	if p == nil {
		return Value{}
	}
	return Value{v.Type.Elem(), p, v.flag&(flagPrivate|flagEmbedded) | flagAddr}
}

func (v Value) dynamic() Value {
	f := v.flag.restricted()
	if len((*abi.InterfaceType)(unsafe.Pointer(v.Type)).Methods) == 0 {
		e := (*abi.EmptyInterface)(v.ptr)
		return fromInterface(e.Type, e.Data, f)
	}
	e := (*abi.NonEmptyInterface)(v.ptr)
	if e.ITab == nil {
		return Value{}
	}
	return fromInterface(e.ITab.Type, e.Data, f)
}

// Index returns element i of an array or a slice.
func (v Value) Index(i int) Value {
	t := v.Type.Elem()
	if v.Type.Kind_ == abi.Slice {
		p := unsafe.Add((*sliceHeader)(v.ptr).data, uintptr(i)*t.Size_)
		return Value{t, p, v.flag.restricted() | flagAddr}
	}
	if v.flag&flagDirect != 0 { // an array of one pointer
		return Value{t, v.ptr, flagDirect | v.flag.restricted()}
	}
	return Value{t, unsafe.Add(v.ptr, uintptr(i)*t.Size_), v.flag&flagAddr | v.flag.restricted()}
}

// Bytes returns the bytes of a slice or an array whose elements have kind Uint8.
func (v Value) Bytes() []byte {
	if v.Type.Kind_ == abi.Slice {
		return *(*[]byte)(v.ptr)
	}
	return unsafe.Slice((*byte)(v.ptr), v.Len())
}

// NumField returns the number of fields of a struct.
func (v Value) NumField() int {
	return len((*abi.StructType)(unsafe.Pointer(v.Type)).Fields)
}

// FieldName returns the name of field i of a struct.
func (v Value) FieldName(i int) string {
	return (*abi.StructType)(unsafe.Pointer(v.Type)).Fields[i].Name.Name()
}

// Field returns field i of a struct.
func (v Value) Field(i int) Value {
	f := &(*abi.StructType)(unsafe.Pointer(v.Type)).Fields[i]
	field := Value{f.Typ, v.ptr, v.flag &^ flagEmbedded}
	if !f.Name.IsExported() {
		if f.Name.IsEmbedded() {
			field.flag |= flagEmbedded
		} else {
			field.flag |= flagPrivate
		}
	}
	if v.flag&flagDirect == 0 { // else the field is the struct's only word, or has no size
		field.ptr = unsafe.Add(v.ptr, f.Offset)
	} else if f.Typ.Size_ == 0 {
		field.flag &^= flagDirect
	}
	return field
}

// A MapIter iterates over a map in the order of range.
type MapIter struct {
	key   unsafe.Pointer // nil after the last entry
	elem  unsafe.Pointer
	state [14]unsafe.Pointer // the runtime's
}

// MapRange starts an iteration over the map v; key and elem are those of the first entry.
func (v Value) MapRange(it *MapIter) {
	mapiterinit((*abi.MapType)(unsafe.Pointer(v.Type)), v.word(), it)
}

// MapEntry returns the entry at which it stands; ok is false behind the last one.
func (v Value) MapEntry(it *MapIter) (key, elem Value, ok bool) {
	if it.key == nil {
		return
	}
	t := (*abi.MapType)(unsafe.Pointer(v.Type))
	f := v.flag.restricted()
	return copyOf(t.Key, it.key, f), copyOf(t.Elem, it.elem, f), true
}

// Next moves to the next entry.
func (it *MapIter) Next() { mapiternext(it) }

// copyOf returns a copy of the value at p, which the map may overwrite.
func copyOf(t *abi.Type, p unsafe.Pointer, f flag) Value {
	if t.IsDirectIface() {
		return Value{t, *(*unsafe.Pointer)(p), f | flagDirect}
	}
	c := newobject(t)
	typedmemmove(t, c, p)
	return Value{t, c, f}
}
