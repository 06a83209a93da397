package rtype

import (
	"internal/abi"
	"unsafe"
)

// mapiterinit starts an iteration as range does and moves to the first entry.
//
//go:noescape
func mapiterinit(t *abi.MapType, m unsafe.Pointer, it *MapIter)

//go:noescape
func mapiternext(it *MapIter)

// maplen returns the number of entries of the map m, which may be nil.
//
//go:noescape
func maplen(m unsafe.Pointer) int

// chanlen returns the number of elements queued in the channel c, which may be nil.
//
//go:noescape
func chanlen(c unsafe.Pointer) int

// getitab returns the method table of t for the interface type inter, nil if t lacks a method.
func getitab(inter *abi.InterfaceType, t *abi.Type) unsafe.Pointer

// newobject allocates a zero value of type t.
func newobject(t *abi.Type) unsafe.Pointer

// typedmemmove copies a value of type t.
func typedmemmove(t *abi.Type, dst, src unsafe.Pointer)
