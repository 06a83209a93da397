package reflect

import (
	"internal/abi"
	"unsafe"
)

// Maps are the runtime's own; this file takes the place of gc's, which knows how those of gc are made.

var stringType = rtypeOf("")

func (t *rtype) Key() Type {
	if t.Kind() != Map {
		panic("reflect: Key of non-map type " + t.String())
	}
	return toType((*abi.MapType)(unsafe.Pointer(t)).Key)
}

// MapOf returns the map type with the given key and element types. It panics if keys cannot be compared.
func MapOf(key, elem Type) Type {
	k, e := key.common(), elem.common()
	if k.Equal == nil {
		panic("reflect.MapOf: invalid key type " + stringFor(k))
	}
	ckey := cacheKey{Map, k, e, 0}
	if t, ok := lookupCache.Load(ckey); ok {
		return t.(Type)
	}
	s := "map[" + stringFor(k) + "]" + stringFor(e)
	for _, t := range typesByString(s) {
		if m := (*abi.MapType)(unsafe.Pointer(t)); m.Key == k && m.Elem == e {
			known, _ := lookupCache.LoadOrStore(ckey, toRType(t))
			return known.(Type)
		}
	}

	var model any = map[unsafe.Pointer]unsafe.Pointer(nil)
	m := **(**abi.MapType)(unsafe.Pointer(&model))
	m.Str = resolveReflectName(newName(s, "", false, false))
	m.TFlag = abi.TFlagDirectIface
	m.Hash = fnv1(e.Hash, 'm', byte(k.Hash>>24), byte(k.Hash>>16), byte(k.Hash>>8), byte(k.Hash))
	m.PtrToThis = 0
	m.Key, m.Elem = k, e
	// A slot is a key and an element, each aligned (compiler: type_desc).
	m.ElemOff = align(k.Size(), uintptr(max(e.Align(), 1)))
	stride := align(m.ElemOff+e.Size(), uintptr(max(k.Align(), e.Align(), 1)))
	m.KeyStride, m.ElemStride = stride, stride
	m.Flags = 0
	if needKeyUpdate(k) {
		m.Flags |= abi.MapNeedKeyUpdate
	}
	if hashMightPanic(k) {
		m.Flags |= abi.MapHashMightPanic
	}
	t, _ := lookupCache.LoadOrStore(ckey, toRType(&m.Type))
	return t.(Type)
}

// mapTypeOf returns the type of the map v.
func mapTypeOf(v Value) *abi.MapType { return (*abi.MapType)(unsafe.Pointer(v.typ())) }

// operand returns the address of x as a value of type t.
func operand(op string, x *Value, t *abi.Type) unsafe.Pointer {
	*x = x.assignTo(op, t, nil)
	if x.flag&flagIndir != 0 {
		return x.ptr
	}
	return unsafe.Pointer(&x.ptr)
}

// MapIndex returns the element for key in the map v, the zero Value if there is none or the map is nil.
func (v Value) MapIndex(key Value) Value {
	v.mustBe(Map)
	t := mapTypeOf(v)
	// Unexported keys are allowed, since MapKeys yields them; what is found is then unexported, too.
	e := mapaccess(v.typ(), v.pointer(), operand("reflect.Value.MapIndex", &key, t.Key))
	if e == nil {
		return Value{}
	}
	return copyVal(t.Elem, (v.flag|key.flag).ro()|flag(t.Elem.Kind()), e)
}

// SetMapIndex sets the element for key in the map v, or deletes it if elem is the zero Value.
func (v Value) SetMapIndex(key, elem Value) {
	v.mustBe(Map)
	v.mustBeExported()
	key.mustBeExported()
	t := mapTypeOf(v)
	k := operand("reflect.Value.SetMapIndex", &key, t.Key)
	if elem.typ() == nil {
		mapdelete(v.typ(), v.pointer(), k)
		return
	}
	elem.mustBeExported()
	mapassign(v.typ(), v.pointer(), k, operand("reflect.Value.SetMapIndex", &elem, t.Elem))
}

// MapKeys returns the keys of the map v in no particular order.
func (v Value) MapKeys() []Value {
	v.mustBe(Map)
	keys := make([]Value, 0, maplen(v.pointer()))
	for it := v.MapRange(); it.Next(); {
		keys = append(keys, copyVal(mapTypeOf(v).Key, v.flag.ro()|flag(mapTypeOf(v).Key.Kind()), it.at.key))
	}
	return keys
}

// An iteration over a map (runtime: map::iter::Entries).
type iteration struct {
	key   unsafe.Pointer // nil at the end
	elem  unsafe.Pointer
	state [14]unsafe.Pointer
}

//go:linkname startIteration internal/rtype.mapiterinit
func startIteration(t *abi.MapType, m unsafe.Pointer, it *iteration)

//go:linkname nextInIteration internal/rtype.mapiternext
func nextInIteration(it *iteration)

// A MapIter goes over the entries of a map; see MapRange.
type MapIter struct {
	m       Value
	at      iteration
	started bool
}

// MapRange returns an iterator over the map v, which stands before the first entry.
func (v Value) MapRange() *MapIter {
	if v.kind() != Map {
		v.panicNotMap()
	}
	return &MapIter{m: v}
}

//go:noinline
func (f flag) panicNotMap() { f.mustBe(Map) }

// Next moves to the next entry and reports whether there is one.
func (iter *MapIter) Next() bool {
	switch {
	case !iter.m.IsValid():
		panic("MapIter.Next called on an iterator that does not have an associated map Value")
	case !iter.started:
		startIteration(mapTypeOf(iter.m), iter.m.pointer(), &iter.at)
		iter.started = true
	case iter.at.key == nil:
		panic("MapIter.Next called on exhausted iterator")
	default:
		nextInIteration(&iter.at)
	}
	return iter.at.key != nil
}

// Reset makes iter stand before the first entry of v, or forget its map if v is the zero Value.
func (iter *MapIter) Reset(v Value) {
	if v.IsValid() {
		v.mustBe(Map)
	}
	*iter = MapIter{m: v}
}

// check panics if iter stands at no entry; name is that of the method called.
func (iter *MapIter) check(name string) {
	if !iter.started {
		panic(name + " called before Next")
	}
	if iter.at.key == nil {
		panic(name + " called on exhausted iterator")
	}
}

// Key returns the key of the entry.
func (iter *MapIter) Key() Value {
	iter.check("MapIter.Key")
	k := mapTypeOf(iter.m).Key
	return copyVal(k, iter.m.flag.ro()|flag(k.Kind()), iter.at.key)
}

// Value returns the element of the entry.
func (iter *MapIter) Value() Value {
	iter.check("MapIter.Value")
	e := mapTypeOf(iter.m).Elem
	return copyVal(e, iter.m.flag.ro()|flag(e.Kind()), iter.at.elem)
}

// SetIterKey sets v to the key of the entry.
func (v Value) SetIterKey(iter *MapIter) {
	iter.check("reflect: Value.SetIterKey")
	v.setTo(iter, "reflect.MapIter.SetKey", mapTypeOf(iter.m).Key, iter.at.key)
}

// SetIterValue sets v to the element of the entry.
func (v Value) SetIterValue(iter *MapIter) {
	iter.check("reflect: Value.SetIterValue")
	v.setTo(iter, "reflect.MapIter.SetValue", mapTypeOf(iter.m).Elem, iter.at.elem)
}

// setTo sets v to the value of type t at p, a part of an entry.
func (v Value) setTo(iter *MapIter, op string, t *abi.Type, p unsafe.Pointer) {
	v.mustBeAssignable()
	var target unsafe.Pointer
	if v.kind() == Interface {
		target = v.ptr
	}
	iter.m.mustBeExported()
	x := Value{t, p, iter.m.flag | flag(t.Kind()) | flagIndir}
	x = x.assignTo(op, v.typ(), target)
	typedmemmove(v.typ(), v.ptr, x.ptr)
}
