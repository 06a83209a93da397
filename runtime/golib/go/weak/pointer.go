// Package weak has pointers that do not keep what they point to alive.
package weak

import (
	"runtime"
	"unsafe"
)

// A Pointer is a weak pointer to a value of type T. The collector sets it to nil when nothing else
// refers to the object, before a finalizer of the object is queued. Two Pointers are equal if and
// only if the pointers that they were made from are.
type Pointer[T any] struct {
	_ [0]*T
	u unsafe.Pointer // the handle: a word that holds the address as long as the object exists
}

// Make returns a weak pointer to what ptr points to; the zero Pointer for nil.
func Make[T any](ptr *T) Pointer[T] {
	if ptr == nil {
		return Pointer[T]{}
	}
	u := handle(unsafe.Pointer(ptr))
	runtime.KeepAlive(ptr)
	return Pointer[T]{u: u}
}

// Value returns the pointer that p was made from, nil if the object is gone.
func (p Pointer[T]) Value() *T {
	if p.u == nil {
		return nil
	}
	return (*T)(strong(p.u))
}
