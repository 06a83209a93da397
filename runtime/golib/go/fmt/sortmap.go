package fmt

import (
	"internal/abi"
	"internal/rtype"
	"unsafe"
)

// An entry is an entry of a map.
type entry struct {
	key, elem rtype.Value
}

// sortedEntries returns the entries of a map in the order of their keys, see compare.
func sortedEntries(m rtype.Value) []entry {
	entries := make([]entry, 0, m.Len())
	var it rtype.MapIter
	m.MapRange(&it)
	for {
		key, elem, ok := m.MapEntry(&it)
		if !ok {
			break
		}
		entries = append(entries, entry{key, elem})
		it.Next()
	}
	return mergeSort(entries)
}

// mergeSort sorts stably and returns the sorted entries, maybe in other memory.
func mergeSort(a []entry) []entry {
	if len(a) <= 12 {
		for i := 1; i < len(a); i++ {
			for j := i; j > 0 && compare(a[j].key, a[j-1].key) < 0; j-- {
				a[j], a[j-1] = a[j-1], a[j]
			}
		}
		return a
	}
	left, right := mergeSort(a[:len(a)/2]), mergeSort(a[len(a)/2:])
	merged := make([]entry, 0, len(a))
	for len(left) > 0 && len(right) > 0 {
		if compare(right[0].key, left[0].key) < 0 {
			merged = append(merged, right[0])
			right = right[1:]
		} else {
			merged = append(merged, left[0])
			left = left[1:]
		}
	}
	merged = append(merged, left...)
	return append(merged, right...)
}

// compare returns a negative number, zero or a positive number as key a stands before, with or
// behind key b: numbers and strings in their natural order with NaN first, false before true,
// pointers and channels by address, structs and arrays by their parts in order, nil interfaces
// first and then by type and value.
func compare(a, b rtype.Value) int {
	if a.Type != b.Type {
		return -1
	}
	switch kind := a.Kind(); kind {
	case abi.Bool:
		switch x := a.Bool(); {
		case x == b.Bool():
			return 0
		case x:
			return 1
		}
		return -1
	case abi.String:
		switch x, y := a.String(), b.String(); {
		case x < y:
			return -1
		case x > y:
			return 1
		}
		return 0
	case abi.Float32, abi.Float64:
		return compareFloats(a.Float(), b.Float())
	case abi.Complex64, abi.Complex128:
		x, y := a.Complex(), b.Complex()
		if c := compareFloats(real(x), real(y)); c != 0 {
			return c
		}
		return compareFloats(imag(x), imag(y))
	case abi.Pointer, abi.UnsafePointer, abi.Chan:
		return compareUints(uint64(a.Pointer()), uint64(b.Pointer()))
	case abi.Struct:
		for i := range a.NumField() {
			if c := compare(a.Field(i), b.Field(i)); c != 0 {
				return c
			}
		}
		return 0
	case abi.Array:
		for i := range a.Len() {
			if c := compare(a.Index(i), b.Index(i)); c != 0 {
				return c
			}
		}
		return 0
	case abi.Interface:
		x, y := a.Elem(), b.Elem()
		if !x.IsValid() || !y.IsValid() || x.Type != y.Type {
			return compareUints(address(x.Type), address(y.Type))
		}
		return compare(x, y)
	default:
		if isSigned(kind) {
			const flip = 1 << 63 // keeps the order
			return compareUints(uint64(a.Int())^flip, uint64(b.Int())^flip)
		}
		return compareUints(a.Uint(), b.Uint())
	}
}

func address(t *abi.Type) uint64 { return uint64(uintptr(unsafe.Pointer(t))) }

func compareUints(x, y uint64) int {
	switch {
	case x < y:
		return -1
	case x > y:
		return 1
	}
	return 0
}

func compareFloats(x, y float64) int {
	switch {
	case x < y || x != x && y == y:
		return -1
	case x > y || y != y && x == x:
		return 1
	}
	return 0
}
