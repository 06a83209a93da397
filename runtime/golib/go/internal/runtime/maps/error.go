// Package maps holds the run-time error of maps that gc declares in a package of this name, which
// programs can see with %T.
package maps

import "internal/abi"

// unhashableTypeError is raised by the lookup of an unhashable key in an empty map.
type unhashableTypeError struct {
	typ *abi.Type
}

func (e unhashableTypeError) RuntimeError() {}

func (e unhashableTypeError) Error() string { return "hash of unhashable type: " + e.typ.String() }

// Unhashable returns the error for a key of type t.
func Unhashable(t *abi.Type) error { return unhashableTypeError{t} }
