package slices

import (
	"cmp"
	"math/bits"
	"unsafe"
)

// An order of elements. It is a type, so that a sort by < compares without calls, and has the parts
// of sorting that depend on what comparing costs.
type order[E any] interface {
	less(a, b E) bool
	// split puts the elements of [a, b) less than the pivot in front of it and returns its new
	// index, and whether all were in place.
	split(data []E, a, b, pivot int) (middle int, untouched bool)
	// insertionSort sorts a short range.
	insertionSort(data []E, a, b int)
}

// natural is the order of <, with NaN before all numbers.
type natural[E cmp.Ordered] struct{}

func (natural[E]) less(a, b E) bool { return a < b || a != a && b == b }

func (o natural[E]) split(data []E, a, b, pivot int) (middle int, untouched bool) {
	return split(data, o, a, b, pivot)
}

func (o natural[E]) insertionSort(data []E, a, b int) { shiftingSort(data, o, a, b) }

// exact is the order of integers and strings: equal ones are the same, so their order does not matter.
type exact[E cmp.Ordered] struct{}

func (exact[E]) less(a, b E) bool { return a < b }

// split exchanges whether it must or not, and only the index of the next exchange depends on a
// comparison: half of all branches on it would be mispredicted (N. Lomuto's scheme; A.
// Alexandrescu, "Lomuto's Comeback", 2020).
func (exact[E]) split(data []E, a, b, pivot int) (middle int, untouched bool) {
	s := data[a:b]
	s[0], s[pivot-a] = s[pivot-a], s[0]
	p := s[0]
	i, j := 1, len(s)-1
	for i <= j && s[i] < p {
		i++
	}
	for i <= j && s[j] >= p {
		j--
	}
	untouched = i > j
	next := i
	for ; i <= j; i++ {
		x := s[i]
		s[i] = s[next]
		s[next] = x
		if x < p {
			next++
		}
	}
	s[0], s[next-1] = s[next-1], s[0]
	return a + next - 1, untouched
}

func (o exact[E]) insertionSort(data []E, a, b int) { shiftingSort(data, o, a, b) }

// areFloats reports whether E is a type of floats: with all bits set it is no number then.
func areFloats[E cmp.Ordered]() bool {
	var e E
	if unsafe.Sizeof(e) > 8 { // a string
		return false
	}
	for i := range unsafe.Sizeof(e) {
		*(*byte)(unsafe.Add(unsafe.Pointer(&e), i)) = 0xff
	}
	return e != e
}

// byFunc is the order of a comparison.
type byFunc[E any] struct {
	cmp func(a, b E) int
}

func (o byFunc[E]) less(a, b E) bool { return o.cmp(a, b) < 0 }

// block is the number of elements that are compared before any is exchanged.
const block = 64

// split finds the places of what is on the wrong side a block at a time, without branches that depend on comparisons: half of
// them would be mispredicted (S. Edelkamp, A. Weiß, "BlockQuicksort", 2016). The exchanges are those of split.
func (o byFunc[E]) split(data []E, a, b, pivot int) (middle int, untouched bool) {
	data[a], data[pivot] = data[pivot], data[a]
	untouched = true
	i, j := a+1, b-1
	var left, right [block]uint8 // offsets from i and j of what is not less than the pivot, and of what is less
	var l, lefts, r, rights int  // the next one in left, the end of left
	for j-i >= 2*block {
		if l == lefts {
			l, lefts = 0, 0
			for k, e := range data[i : i+block] {
				left[lefts&(block-1)] = uint8(k)
				lefts += 1 - int(uint(o.cmp(e, data[a]))>>(bits.UintSize-1))
			}
		}
		if r == rights {
			r, rights = 0, 0
			for k := range block {
				right[rights&(block-1)] = uint8(k)
				rights += int(uint(o.cmp(data[j-k], data[a])) >> (bits.UintSize - 1))
			}
		}
		for l < lefts && r < rights {
			x, y := i+int(left[l&(block-1)]), j-int(right[r&(block-1)])
			data[x], data[y] = data[y], data[x]
			untouched = false
			l++
			r++
		}
		if l == lefts {
			i += block
		}
		if r == rights {
			j -= block
		}
	}
	// What is left of a block begins with its next offset.
	if l < lefts {
		i += int(left[l])
	}
	if r < rights {
		j -= int(right[r])
	}
	return splitRest(data, o, a, i, j, untouched)
}

// insertionSort exchanges neighbours: all elements are there if the comparison panics.
func (o byFunc[E]) insertionSort(data []E, a, b int) {
	for i := a + 1; i < b; i++ {
		for j := i; j > a && o.less(data[j], data[j-1]); j-- {
			data[j], data[j-1] = data[j-1], data[j]
		}
	}
}

// Pattern-defeating quicksort (O. Peters, arXiv 2106.05123). All choices (bounds, pivots, which
// elements are scattered) are those of gc's package, so that equal elements end up in the same
// order.

const (
	insertionMax  = 12 // up to here insertion sort is best
	ninthersFrom  = 50 // from here the pivot is a median of medians
	repairFrom    = 50 // from here an almost sorted range is repaired
	repairMax     = 5  // exchanges tried to repair a range
	ninthersSwaps = 12 // exchanges that find the pivot of a descending range
)

// What the choice of the pivot tells about a range.
type tendency int

const (
	unknown tendency = iota
	ascending
	descending
)

// quickSort sorts the range [a, b). After limit bad pivots it goes over to heap sort.
func quickSort[E any, O order[E]](data []E, o O, a, b, limit int) {
	balanced, untouched := true, true // the last partition's outcome
	for b-a > insertionMax {
		if limit == 0 {
			heapSort(data, o, a, b)
			return
		}
		if !balanced {
			scatter(data, o, a, b)
			limit--
		}
		pivot, tends := choosePivot(data, o, a, b)
		if tends == descending {
			for i, j := a, b-1; i < j; i, j = i+1, j-1 {
				data[i], data[j] = data[j], data[i]
			}
			pivot = a + b - 1 - pivot
			tends = ascending
		}
		if balanced && untouched && tends == ascending && repair(data, o, a, b) {
			return
		}
		// The element before the range is at most all in it. If it is not less than the pivot, the
		// pivot is the smallest there is, and what equals it is in place once it is in front.
		if a > 0 && !o.less(data[a-1], data[pivot]) {
			a = splitEqual(data, o, a, b, pivot)
			continue
		}
		var middle int
		middle, untouched = o.split(data, a, b, pivot)
		least := (b - a) / 8
		if left, right := middle-a, b-middle; left < right {
			balanced = left >= least
			quickSort(data, o, a, middle, limit)
			a = middle + 1
		} else {
			balanced = right >= least
			quickSort(data, o, middle+1, b, limit)
			b = middle
		}
	}
	o.insertionSort(data, a, b)
}

// shiftingSort is insertion sort for an order that does not panic.
func shiftingSort[E any, O order[E]](data []E, o O, a, b int) {
	s := data[a:b]
	for i := 1; i < len(s); i++ {
		x := s[i]
		j := i
		for ; j > 0 && o.less(x, s[j-1]); j-- {
			s[j] = s[j-1]
		}
		s[j] = x
	}
}

func heapSort[E any, O order[E]](data []E, o O, a, b int) {
	n := b - a
	for i := (n - 1) / 2; i >= 0; i-- {
		sink(data, o, a, i, n)
	}
	for i := n - 1; i >= 0; i-- {
		data[a], data[a+i] = data[a+i], data[a]
		sink(data, o, a, 0, i)
	}
}

// sink moves node i of the heap with n nodes at a down to where it belongs.
func sink[E any, O order[E]](data []E, o O, a, i, n int) {
	for 2*i+1 < n {
		child := 2*i + 1
		if child+1 < n && o.less(data[a+child], data[a+child+1]) {
			child++
		}
		if !o.less(data[a+i], data[a+child]) {
			return
		}
		data[a+i], data[a+child] = data[a+child], data[a+i]
		i = child
	}
}

// split is the split of orders for which exchanging costs more than comparing.
func split[E any, O order[E]](data []E, o O, a, b, pivot int) (middle int, untouched bool) {
	data[a], data[pivot] = data[pivot], data[a]
	return splitRest(data, o, a, a+1, b-1, true)
}

// splitRest goes on with a split whose pivot is at a, at i from below and j from above.
func splitRest[E any, O order[E]](data []E, o O, a, i, j int, started bool) (middle int, untouched bool) {
	untouched = started
	for {
		for i <= j && o.less(data[i], data[a]) {
			i++
		}
		for i <= j && !o.less(data[j], data[a]) {
			j--
		}
		if i > j {
			data[j], data[a] = data[a], data[j]
			return j, untouched
		}
		untouched = false
		data[i], data[j] = data[j], data[i]
		i++
		j--
	}
}

// splitEqual puts the elements equal to the pivot, the smallest of the range, in front and returns
// the end of them.
func splitEqual[E any, O order[E]](data []E, o O, a, b, pivot int) (end int) {
	data[a], data[pivot] = data[pivot], data[a]
	i, j := a+1, b-1
	for {
		for i <= j && !o.less(data[a], data[i]) {
			i++
		}
		for i <= j && o.less(data[a], data[j]) {
			j--
		}
		if i > j {
			return i
		}
		data[i], data[j] = data[j], data[i]
		i++
		j--
	}
}

// repair sorts a range in which only few elements are out of order, and reports whether it did.
func repair[E any, O order[E]](data []E, o O, a, b int) bool {
	i := a + 1
	for range repairMax {
		for i < b && !o.less(data[i], data[i-1]) {
			i++
		}
		if i == b {
			return true
		}
		if b-a < repairFrom {
			return false
		}
		data[i], data[i-1] = data[i-1], data[i]
		if i-a >= 2 { // the smaller one goes further down
			for j := i - 1; j >= 1 && o.less(data[j], data[j-1]); j-- {
				data[j], data[j-1] = data[j-1], data[j]
			}
		}
		if b-i >= 2 { // the larger one goes further up
			for j := i + 1; j < b && o.less(data[j], data[j-1]); j++ {
				data[j], data[j-1] = data[j-1], data[j]
			}
		}
	}
	return false
}

// scatter exchanges three elements in the middle with others, which breaks patterns that make for
// bad pivots.
func scatter[E any, O order[E]](data []E, o O, a, b int) {
	n := b - a
	if n < 8 {
		return
	}
	random := uint64(n) // a xorshift generator
	mask := uint(1)<<uint(bits.Len(uint(n))) - 1
	first := a + n/4*2 - 1
	for i := first; i < first+3; i++ {
		random ^= random << 13
		random ^= random >> 7
		random ^= random << 17
		other := int(uint(random) & mask)
		if other >= n {
			other -= n
		}
		data[i], data[a+other] = data[a+other], data[i]
	}
}

// choosePivot returns the index of the pivot: of the middle of short ranges, of the median of three
// or of three medians in longer ones.
func choosePivot[E any, O order[E]](data []E, o O, a, b int) (pivot int, tends tendency) {
	n := b - a
	i, j, k := a+n/4, a+n/4*2, a+n/4*3
	swaps := 0
	if n >= 8 {
		if n >= ninthersFrom {
			i = median(data, o, i-1, i, i+1, &swaps)
			j = median(data, o, j-1, j, j+1, &swaps)
			k = median(data, o, k-1, k, k+1, &swaps)
		}
		j = median(data, o, i, j, k, &swaps)
	}
	switch swaps {
	case 0:
		return j, ascending
	case ninthersSwaps:
		return j, descending
	}
	return j, unknown
}

// median returns the index of the median of three elements and counts the exchanges of a sort.
func median[E any, O order[E]](data []E, o O, a, b, c int, swaps *int) int {
	if o.less(data[b], data[a]) {
		a, b = b, a
		*swaps++
	}
	if o.less(data[c], data[b]) {
		b = c
		*swaps++
	}
	if o.less(data[b], data[a]) {
		b = a
		*swaps++
	}
	return b
}
