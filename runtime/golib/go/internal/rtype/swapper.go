package rtype

import (
	"internal/abi"
	"unsafe"
)

// A Swapper exchanges elements of a slice.
type Swapper struct {
	data  unsafe.Pointer
	len   int
	size  uintptr // of an element
	words uintptr // an element is, if it consists of words
}

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
	t := v.Type.Elem()
	s := Swapper{data: h.data, len: h.len, size: t.Size_}
	if t.Align_ == 8 { // then the size is a multiple of it, and else there are no pointers
		s.words = t.Size_ / 8
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
	p := unsafe.Add(s.data, uintptr(i)*s.size)
	q := unsafe.Add(s.data, uintptr(j)*s.size)
	if s.words == 0 {
		for k := range s.size {
			a, b := (*byte)(unsafe.Add(p, k)), (*byte)(unsafe.Add(q, k))
			*a, *b = *b, *a
		}
		return
	}
	for k := uintptr(0); k < s.words*8; k += 8 {
		a, b := (*unsafe.Pointer)(unsafe.Add(p, k)), (*unsafe.Pointer)(unsafe.Add(q, k))
		*a, *b = *b, *a
	}
}
