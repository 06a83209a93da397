package sort

import "math/bits"

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
func quickSort[D Interface](data D, a, b, limit int) {
	balanced, untouched := true, true // the last partition's outcome
	for b-a > insertionMax {
		if limit == 0 {
			heapSort(data, a, b)
			return
		}
		if !balanced {
			scatter(data, a, b)
			limit--
		}
		pivot, tends := choosePivot(data, a, b)
		if tends == descending {
			for i, j := a, b-1; i < j; i, j = i+1, j-1 {
				data.Swap(i, j)
			}
			pivot = a + b - 1 - pivot
			tends = ascending
		}
		if balanced && untouched && tends == ascending && repair(data, a, b) {
			return
		}
		// The element before the range is at most all in it. If it is not less than the pivot, the
		// pivot is the smallest there is, and what equals it is in place once it is in front.
		if a > 0 && !data.Less(a-1, pivot) {
			a = splitEqual(data, a, b, pivot)
			continue
		}
		var middle int
		middle, untouched = split(data, a, b, pivot)
		least := (b - a) / 8
		if left, right := middle-a, b-middle; left < right {
			balanced = left >= least
			quickSort(data, a, middle, limit)
			a = middle + 1
		} else {
			balanced = right >= least
			quickSort(data, middle+1, b, limit)
			b = middle
		}
	}
	insertionSort(data, a, b)
}

func insertionSort[D Interface](data D, a, b int) {
	for i := a + 1; i < b; i++ {
		for j := i; j > a && data.Less(j, j-1); j-- {
			data.Swap(j, j-1)
		}
	}
}

func heapSort[D Interface](data D, a, b int) {
	n := b - a
	for i := (n - 1) / 2; i >= 0; i-- {
		sink(data, a, i, n)
	}
	for i := n - 1; i >= 0; i-- {
		data.Swap(a, a+i)
		sink(data, a, 0, i)
	}
}

// sink moves node i of the heap with n nodes at a down to where it belongs.
func sink[D Interface](data D, a, i, n int) {
	for 2*i+1 < n {
		child := 2*i + 1
		if child+1 < n && data.Less(a+child, a+child+1) {
			child++
		}
		if !data.Less(a+i, a+child) {
			return
		}
		data.Swap(a+i, a+child)
		i = child
	}
}

// split puts the elements less than the pivot in front of it and returns its new index, and whether
// all were in place.
func split[D Interface](data D, a, b, pivot int) (middle int, untouched bool) {
	data.Swap(a, pivot)
	untouched = true
	i, j := a+1, b-1
	for {
		for i <= j && data.Less(i, a) {
			i++
		}
		for i <= j && !data.Less(j, a) {
			j--
		}
		if i > j {
			data.Swap(j, a)
			return j, untouched
		}
		untouched = false
		data.Swap(i, j)
		i++
		j--
	}
}

// splitEqual puts the elements equal to the pivot, the smallest of the range, in front and returns
// the end of them.
func splitEqual[D Interface](data D, a, b, pivot int) (end int) {
	data.Swap(a, pivot)
	i, j := a+1, b-1
	for {
		for i <= j && !data.Less(a, i) {
			i++
		}
		for i <= j && data.Less(a, j) {
			j--
		}
		if i > j {
			return i
		}
		data.Swap(i, j)
		i++
		j--
	}
}

// repair sorts a range in which only few elements are out of order, and reports whether it did.
func repair[D Interface](data D, a, b int) bool {
	i := a + 1
	for range repairMax {
		for i < b && !data.Less(i, i-1) {
			i++
		}
		if i == b {
			return true
		}
		if b-a < repairFrom {
			return false
		}
		data.Swap(i, i-1)
		if i-a >= 2 { // the smaller one goes further down
			for j := i - 1; j >= 1 && data.Less(j, j-1); j-- {
				data.Swap(j, j-1)
			}
		}
		if b-i >= 2 { // the larger one goes further up
			for j := i + 1; j < b && data.Less(j, j-1); j++ {
				data.Swap(j, j-1)
			}
		}
	}
	return false
}

// scatter exchanges three elements in the middle with others, which breaks patterns that make for
// bad pivots.
func scatter[D Interface](data D, a, b int) {
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
		data.Swap(i, a+other)
	}
}

// choosePivot returns the index of the pivot: of the middle of short ranges, of the median of three
// or of three medians in longer ones.
func choosePivot[D Interface](data D, a, b int) (pivot int, tends tendency) {
	n := b - a
	i, j, k := a+n/4, a+n/4*2, a+n/4*3
	swaps := 0
	if n >= 8 {
		if n >= ninthersFrom {
			i = median(data, i-1, i, i+1, &swaps)
			j = median(data, j-1, j, j+1, &swaps)
			k = median(data, k-1, k, k+1, &swaps)
		}
		j = median(data, i, j, k, &swaps)
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
func median[D Interface](data D, a, b, c int, swaps *int) int {
	if data.Less(b, a) {
		a, b = b, a
		*swaps++
	}
	if data.Less(c, b) {
		b = c
		*swaps++
	}
	if data.Less(b, a) {
		b = a
		*swaps++
	}
	return b
}
