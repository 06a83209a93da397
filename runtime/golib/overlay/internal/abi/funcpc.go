package abi

import "unsafe"

// FuncPCABI0 returns the entry address of the function value f.
func FuncPCABI0(f any) uintptr { return FuncPCABIInternal(f) }

// FuncPCABIInternal returns the entry address of the function value f.
func FuncPCABIInternal(f any) uintptr {
	return *(*uintptr)((*EmptyInterface)(unsafe.Pointer(&f)).Data)
}
