package rtype

import (
	"internal/abi"
	"unsafe"
)

// ZeroLike returns a zero value of the dynamic type of x, or a pointer to a new one if that is a
// pointer type.
func ZeroLike(x any) any {
	e := (*abi.EmptyInterface)(unsafe.Pointer(&x))
	t := e.Type
	z := abi.EmptyInterface{Type: t}
	switch {
	case t.Kind_ == abi.Pointer:
		z.Data = newobject(t.Elem())
	case !t.IsDirectIface():
		z.Data = newobject(t)
	}
	return *(*any)(unsafe.Pointer(&z))
}

// CopyTo sets the variable that the pointer p points to to v, or to what v points to if v is a
// pointer. If the types differ, it returns their names.
func CopyTo(p, v any) (have, want string, ok bool) {
	to, from := ValueOf(p), ValueOf(v)
	t := from.Type
	src := from.addr()
	if t.Kind_ == abi.Pointer {
		t = t.Elem()
		src = from.word()
	}
	if t != to.Type.Elem() {
		return t.String(), to.Type.Elem().String(), false
	}
	typedmemmove(t, to.word(), src)
	return "", "", true
}
