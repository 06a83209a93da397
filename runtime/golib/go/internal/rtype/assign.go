package rtype

import (
	"internal/abi"
	"unsafe"
)

// Comparable reports whether == on two interfaces with x's dynamic type does not panic because of
// that type itself.
func Comparable(x any) bool {
	t := abi.TypeOf(x)
	return t == nil || t.Equal != nil
}

// A Target is the variable behind a pointer that an error can be assigned to, see errors.As.
type Target struct {
	typ  *abi.Type // the variable's type
	addr unsafe.Pointer
	itab unsafe.Pointer // for the last type that Accepts found to implement typ
}

// TargetOf returns the variable that the pointer x points to; ok is false if x is not a pointer
// or is nil.
func TargetOf(x any) (t Target, ok bool) {
	e := (*abi.EmptyInterface)(unsafe.Pointer(&x))
	if e.Type == nil || e.Type.Kind_ != abi.Pointer || e.Data == nil {
		return t, false
	}
	return Target{typ: e.Type.Elem(), addr: e.Data}, true
}

// IsInterface reports whether the variable has an interface type.
func (t *Target) IsInterface() bool { return t.typ.Kind_ == abi.Interface }

// Implements reports whether the variable's type implements the interface that inter points to a
// variable of.
func (t *Target) Implements(inter any) bool {
	it := (*abi.InterfaceType)(unsafe.Pointer(abi.TypeOf(inter).Elem()))
	return abi.MissingMethod(it, t.typ) == ""
}

// Accepts reports whether the dynamic type of x is assignable to the variable.
func (t *Target) Accepts(x any) bool {
	have := abi.TypeOf(x)
	if !t.IsInterface() {
		return have == t.typ
	}
	it := (*abi.InterfaceType)(unsafe.Pointer(t.typ))
	if len(it.Methods) == 0 {
		return true
	}
	t.itab = getitab(it, have)
	return t.itab != nil
}

// Set assigns x, which the variable Accepts.
func (t *Target) Set(x any) {
	e := (*abi.EmptyInterface)(unsafe.Pointer(&x))
	switch {
	case !t.IsInterface():
		if t.typ.IsDirectIface() {
			*(*unsafe.Pointer)(t.addr) = e.Data
		} else {
			typedmemmove(t.typ, t.addr, e.Data)
		}
	case len((*abi.InterfaceType)(unsafe.Pointer(t.typ)).Methods) == 0:
		*(*any)(t.addr) = x
	default:
		*(*abi.NonEmptyInterface)(t.addr) = abi.NonEmptyInterface{(*abi.ITab)(t.itab), e.Data}
	}
}
