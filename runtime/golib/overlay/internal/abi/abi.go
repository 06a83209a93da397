package abi

import "unsafe"

// RegArgs goes from package reflect to its function call. There are no argument registers here (IntArgRegs is 0).
type RegArgs struct {
	Ints   [IntArgRegs]uintptr
	Floats [FloatArgRegs]uint64
	Ptrs   [IntArgRegs]unsafe.Pointer

	ReturnIsPtr IntArgRegBitmap
}

// IntArgRegBitmap belongs to a function type. Where gc has a bit for each register that holds a pointer, we have the way
// from the frame in memory to registers and back, a type of package reflect.
type IntArgRegBitmap struct {
	Conversion unsafe.Pointer
}

// Dump prints nothing, since there are no registers.
func (r *RegArgs) Dump() {}
