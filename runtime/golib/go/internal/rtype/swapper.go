package rtype

import (
	"internal/abi"
	"unsafe"
)

// A Swapper exchanges elements of a slice.
type Swapper struct {
	data unsafe.Pointer
	len  int
	elem *abi.Type
	tmp  unsafe.Pointer // an element in between, for types that are not exchanged directly
	move moveKind
}

// How elements are exchanged.
type moveKind uint8

const (
	moveTyped moveKind = iota
	moveWord
	movePointer
	moveString
	moveInterface
	moveBytes // no pointers
)

// ValueError is the panic of an operation on a value of the wrong kind.
type ValueError struct {
	Method string
	Kind   string
}

func (e *ValueError) Error() string {
	return "reflect: call of " + e.Method + " on " + e.Kind + " Value"
}

// kindNames are the names of the kinds in panics.
var kindNames = [...]string{
	"zero", "bool", "int", "int8", "int16", "int32", "int64", "uint", "uint8", "uint16", "uint32",
	"uint64", "uintptr", "float32", "float64", "complex64", "complex128", "array", "chan", "func",
	"interface", "map", "ptr", "slice", "string", "struct", "unsafe.Pointer",
}

// SwapperOf returns the Swapper of the slice x. It panics if x is not a slice.
func SwapperOf(x any) Swapper {
	v := ValueOf(x)
	if v.Kind() != abi.Slice {
		panic(&ValueError{"Swapper", kindNames[v.Kind()]})
	}
	h := (*sliceHeader)(v.ptr)
	s := Swapper{data: h.data, len: h.len, elem: v.Type.Elem()}
	switch t := s.elem; {
	case t.Kind_ == abi.String:
		s.move = moveString
	case t.Kind_ == abi.Interface:
		s.move = moveInterface
	case t.PtrBytes != 0 && t.Size_ == 8:
		s.move = movePointer
	case t.PtrBytes != 0:
		s.tmp = newobject(t)
	case t.Size_ == 8:
		s.move = moveWord
	default:
		s.move = moveBytes
	}
	return s
}

// SliceLen returns the length of the slice x. It panics if x is not a slice.
func SliceLen(x any) int {
	v := ValueOf(x)
	if v.Kind() != abi.Slice {
		panic(&ValueError{"reflect.Value.Len", kindNames[v.Kind()]})
	}
	return v.Len()
}

// Len returns the length of the slice.
func (s *Swapper) Len() int { return s.len }

// Swap exchanges elements i and j.
func (s *Swapper) Swap(i, j int) {
	if uint(i) >= uint(s.len) || uint(j) >= uint(s.len) {
		panic("reflect: slice index out of range")
	}
	p := unsafe.Add(s.data, uintptr(i)*s.elem.Size_)
	q := unsafe.Add(s.data, uintptr(j)*s.elem.Size_)
	switch s.move {
	case moveWord:
		a, b := (*uint64)(p), (*uint64)(q)
		*a, *b = *b, *a
	case movePointer:
		a, b := (*unsafe.Pointer)(p), (*unsafe.Pointer)(q)
		*a, *b = *b, *a
	case moveString:
		a, b := (*string)(p), (*string)(q)
		*a, *b = *b, *a
	case moveInterface: // two pointers whatever the methods
		a, b := (*[2]unsafe.Pointer)(p), (*[2]unsafe.Pointer)(q)
		*a, *b = *b, *a
	case moveBytes:
		a, b := unsafe.Slice((*byte)(p), s.elem.Size_), unsafe.Slice((*byte)(q), s.elem.Size_)
		for k := range a {
			a[k], b[k] = b[k], a[k]
		}
	default:
		typedmemmove(s.elem, s.tmp, p)
		typedmemmove(s.elem, p, q)
		typedmemmove(s.elem, q, s.tmp)
	}
}
