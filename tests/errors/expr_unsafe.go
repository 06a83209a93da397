// Package unsafe.
package main

import "unsafe"

type In struct{ deep int }
type T struct {
	a byte
	b int64
	In
	*P
}
type P struct{ far int }

func (T) m() {}

const size = unsafe.Sizeof(T{}) + unsafe.Alignof(int64(0)) + unsafe.Offsetof(T{}.b)

func main() {
	var t T
	var arr [unsafe.Offsetof(t.deep)]int
	var n = 1
	_ = unsafe.Offsetof(t.far) // ERROR "invalid argument: field far is embedded via a pointer in T"
	_ = unsafe.Offsetof(t.m) // ERROR `invalid argument: t\.m is a method value`
	_ = unsafe.Offsetof(t) // ERROR "invalid argument: t is not a selector expression"
	_ = unsafe.Offsetof(t.nosuch) // ERROR "invalid argument: T has no single field nosuch"
	_ = unsafe.Sizeof() // ERROR `invalid operation: not enough arguments for unsafe\.Sizeof\(\) \(expected 1, found 0\)`
	_ = unsafe.Sizeof(nil) // ERROR `use of untyped nil in argument to unsafe\.Sizeof`
	_ = unsafe.Sizeof(int) // ERROR `int \(type\) is not an expression`
	_ = unsafe.Pointer(&t)
	_ = unsafe.Pointer(n) // ERROR `cannot convert n \(variable of type int\) to type unsafe\.Pointer`
	_ = unsafe.Pointer(uintptr(0))
	_ = (*int)(unsafe.Pointer(&t))
	_ = uintptr(unsafe.Pointer(&t))
	_ = unsafe.Add(&t, 1) // ERROR `cannot use &t \(value of type \*T\) as unsafe\.Pointer value in argument to unsafe\.Add`
	_ = unsafe.Add(unsafe.Pointer(&t), 1.5) // ERROR `1\.5 \(untyped float constant\) truncated to int`
	_ = unsafe.Slice(&n, -1) // ERROR `invalid argument: length -1 \(constant of type int\) must not be negative`
	_ = unsafe.Slice(n, 1) // ERROR `invalid argument: n \(variable of type int\) is not a pointer`
	_ = unsafe.SliceData(arr) // ERROR `invalid argument: arr \(variable of type \[16\]int\) is not a slice`
	_ = unsafe.String(&n, 1) // ERROR `cannot use &n \(value of type \*int\) as \*byte value in argument to unsafe\.String`
	_ = unsafe.StringData(1) // ERROR `cannot use 1 \(untyped int constant\) as string value in argument to unsafe\.StringData`
	_ = unsafe.Nosuch // ERROR `undefined: unsafe\.Nosuch`
	_ = unsafe.Sizeof // ERROR `unsafe\.Sizeof \(built-in\) must be called`
	var same [size]int = [48]int{}
	_, _ = arr, same
}
