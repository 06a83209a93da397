package sort

import (
	"internal/rtype"
	"math/bits"
)

// sliceOrder is a slice of any type with an order.
type sliceOrder struct {
	swapper rtype.Swapper
	less    func(i, j int) bool
}

func (s *sliceOrder) Len() int           { return s.swapper.Len() }
func (s *sliceOrder) Less(i, j int) bool { return s.less(i, j) }
func (s *sliceOrder) Swap(i, j int)      { s.swapper.Swap(i, j) }

// Slice sorts the slice x by less, which compares the elements with two indexes; equal elements may
// change places. It panics if x is not a slice.
func Slice(x any, less func(i, j int) bool) {
	s := sliceOrder{rtype.SwapperOf(x), less}
	n := s.Len()
	quickSort(&s, 0, n, bits.Len(uint(n)))
}

// SliceStable is Slice that keeps the order of equal elements.
func SliceStable(x any, less func(i, j int) bool) {
	s := sliceOrder{rtype.SwapperOf(x), less}
	mergeSort(&s, s.Len())
}

// SliceIsSorted reports whether the slice x is sorted by less. It panics if x is not a slice.
func SliceIsSorted(x any, less func(i, j int) bool) bool {
	for i := rtype.SliceLen(x) - 1; i > 0; i-- {
		if less(i, i-1) {
			return false
		}
	}
	return true
}
