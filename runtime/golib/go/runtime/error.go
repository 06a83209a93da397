package runtime

import (
	"internal/abi"
	"unsafe"
)

// The Error interface identifies a run-time error: a panic raised by the language itself, such as
// an index out of range or a failed type assertion.
type Error interface {
	error

	// RuntimeError does nothing but tell run-time errors from other errors.
	RuntimeError()
}

// errorString is a run-time error without details.
type errorString string

func (e errorString) RuntimeError() {}

func (e errorString) Error() string { return "runtime error: " + string(e) }

// plainError is a run-time error whose text has no "runtime error: " in front.
type plainError string

func (e plainError) RuntimeError() {}

func (e plainError) Error() string { return string(e) }

// errorAddressString is a memory fault at a known address.
type errorAddressString struct {
	msg  string
	addr uintptr
}

func (e errorAddressString) RuntimeError() {}

func (e errorAddressString) Error() string { return "runtime error: " + e.msg }

// Addr returns the memory address of the fault.
func (e errorAddressString) Addr() uintptr { return e.addr }

// A PanicNilError is what recover returns when the program called panic(nil).
type PanicNilError struct {
	_ [0]func() // not comparable
}

// RuntimeError marks the error as one of the runtime.
func (*PanicNilError) RuntimeError() {}

func (*PanicNilError) Error() string {
	return "runtime error: panic called with nil argument"
}

// A TypeAssertionError explains a failed type assertion.
type TypeAssertionError struct {
	_interface    *abi.Type // static type of the operand, may be nil
	concrete      *abi.Type // dynamic type of the operand, nil for a nil interface
	asserted      *abi.Type
	missingMethod string
}

// RuntimeError marks the error as one of the runtime.
func (*TypeAssertionError) RuntimeError() {}

func (e *TypeAssertionError) Error() string {
	const head = "interface conversion: "
	from := "interface"
	if e._interface != nil {
		from = e._interface.String()
	}
	want := e.asserted.String()
	if e.concrete == nil {
		return head + from + " is nil, not " + want
	}
	have := e.concrete.String()
	if e.missingMethod != "" {
		return head + have + " is not " + want + ": missing method " + e.missingMethod
	}
	text := head + from + " is " + have + ", not " + want
	if have != want {
		return text
	}
	if typePkgPath(e.concrete) != typePkgPath(e.asserted) {
		return text + " (types from different packages)"
	}
	return text + " (types from different scopes)"
}

// typePkgPath returns the import path that tells a type from one that looks the same: that of a type with a name, or of
// unexported names in a struct or interface type.
func typePkgPath(t *abi.Type) string {
	if t.Uncommon() != nil {
		return t.PkgPath()
	}
	switch t.Kind_ {
	case abi.Struct:
		return (*abi.StructType)(unsafe.Pointer(t)).PkgPath.Name()
	case abi.Interface:
		return (*abi.InterfaceType)(unsafe.Pointer(t)).PkgPath.Name()
	}
	return ""
}
