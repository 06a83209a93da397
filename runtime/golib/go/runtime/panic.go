package runtime

import (
	"internal/abi"
	"internal/runtime/maps"
	"unsafe"
)

// The functions below raise the panics of the language. Compiled code and the runtime call them;
// none of them returns.

func panicdivide() { panic(errorString("integer divide by zero")) }
func panicshift()  { panic(errorString("negative shift amount")) }

const memoryText = "invalid memory address or nil pointer dereference"

func panicmem() { panic(errorString(memoryText)) }

func panicmemAddr(addr uintptr) { panic(errorAddressString{memoryText, addr}) }

// panicwrap is called by the wrapper of a value method whose pointer receiver is nil; names are the
// package path, the type and the method.
func panicwrap(names *[3]string) {
	pkg, typ, meth := names[0], names[1], names[2]
	panic(plainError("value method " + pkg + "." + typ + "." + meth + " called using nil *" + typ + " pointer"))
}

// panicdottypeE is called when x.(want) fails for an x of the empty-method interface type iface
// that holds a value of type have, nil if x is nil.
func panicdottypeE(have, want, iface *abi.Type) {
	panic(&TypeAssertionError{iface, have, want, ""})
}

// panicdottypeI is panicdottypeE for interface types with methods.
func panicdottypeI(have *abi.ITab, want, iface *abi.Type) {
	var t *abi.Type
	if have != nil {
		t = have.Type
	}
	panicdottypeE(t, want, iface)
}

// panicnildottype is called when x.(want) fails because x is nil.
func panicnildottype(want *abi.Type) {
	panic(&TypeAssertionError{nil, nil, want, ""})
}

// panicTypeAssert is called when a value of type have lacks a method of the interface type want.
func panicTypeAssert(have, want *abi.Type, missing string) {
	panic(&TypeAssertionError{nil, have, want, missing})
}

// panicNotImplements is panicTypeAssert for a caller that does not know which method is missing;
// a nil have stands for a nil interface.
func panicNotImplements(have, want *abi.Type) {
	if have == nil {
		panicnildottype(want)
	}
	panicTypeAssert(have, want, abi.MissingMethod((*abi.InterfaceType)(unsafe.Pointer(want)), have))
}

func panicunhashable(t *abi.Type) {
	panic(errorString("hash of unhashable type " + t.String()))
}

// panicunhashableEmpty is called for the lookup in a map that is empty or nil.
func panicunhashableEmpty(t *abi.Type) {
	panic(maps.Unhashable(t))
}

func panicuncomparable(t *abi.Type) {
	panic(errorString("comparing uncomparable type " + t.String()))
}

// The codes that panicrt takes, PanicCode in the runtime's ABI.
const (
	rtNilMap          = iota + 1 // store into a nil map
	rtSendClosed                 // send on a closed channel
	rtCloseClosed                // close of a closed channel
	rtCloseNil                   // close of a nil channel
	rtMakeSliceLen               // len of make([]T, len) negative or too large
	rtMakeSliceCap               // cap of make([]T, len, cap) below len or too large
	rtMakeChanSize               // size of make(chan) negative or too large
	rtGrowSliceLen               // append beyond the largest possible slice
	rtUnsafeSliceLen             // length of unsafe.Slice negative or too large
	rtUnsafeSliceNil             // unsafe.Slice of a nil pointer with a length above zero
	rtUnsafeStringLen            // length of unsafe.String negative or too large
	rtUnsafeStringNil            // unsafe.String of a nil pointer with a length above zero
	rtOverflow                   // integer overflow signalled by the processor
	rtFloat                      // floating-point exception signalled by the processor
	rtPanicNil                   // panic(nil)
)

// panicrt raises the run-time error with the given code.
func panicrt(code int) {
	switch code {
	case rtNilMap:
		panic(plainError("assignment to entry in nil map"))
	case rtSendClosed:
		panic(plainError("send on closed channel"))
	case rtCloseClosed:
		panic(plainError("close of closed channel"))
	case rtCloseNil:
		panic(plainError("close of nil channel"))
	case rtMakeSliceLen:
		panic(errorString("makeslice: len out of range"))
	case rtMakeSliceCap:
		panic(errorString("makeslice: cap out of range"))
	case rtMakeChanSize:
		panic(plainError("makechan: size out of range"))
	case rtGrowSliceLen:
		panic(errorString("growslice: len out of range"))
	case rtUnsafeSliceLen:
		panic(errorString("unsafe.Slice: len out of range"))
	case rtUnsafeSliceNil:
		panic(errorString("unsafe.Slice: ptr is nil and len is not zero"))
	case rtUnsafeStringLen:
		panic(errorString("unsafe.String: len out of range"))
	case rtUnsafeStringNil:
		panic(errorString("unsafe.String: ptr is nil and len is not zero"))
	case rtOverflow:
		panic(errorString("integer overflow"))
	case rtFloat:
		panic(errorString("floating point error"))
	case rtPanicNil:
		panic(new(PanicNilError))
	}
	throw("panicrt: unknown code")
}

// The states that panicrangestate takes, RangeState in the runtime's ABI.
const (
	rangeDone         = iota // the loop body had returned false
	rangeReady               // no error
	rangePanic               // the loop body had panicked
	rangeExhausted           // the whole loop had ended
	rangeMissingPanic        // the iterator recovered a panic of the loop body and went on
)

// panicrangestate is called when an iterator function breaks the rules of range-over-func.
func panicrangestate(state int) {
	switch state {
	case rangeDone:
		panic(errorString("range function continued iteration after function for loop body returned false"))
	case rangePanic:
		panic(errorString("range function continued iteration after loop body panic"))
	case rangeExhausted:
		panic(errorString("range function continued iteration after whole loop exit"))
	case rangeMissingPanic:
		panic(errorString("range function recovered a loop body panic and did not resume panicking"))
	}
	throw("panicrangestate: unknown state")
}
