package slices

// runLength is the length of the runs that insertion sort makes for merging.
const runLength = 20

// mergeSort sorts stably, without memory of its own.
func mergeSort[E any](data []E, cmp func(a, b E) int) {
	n := len(data)
	for a := 0; a < n; a += runLength {
		byFunc[E]{cmp}.insertionSort(data, a, min(a+runLength, n))
	}
	for size := runLength; size < n; size *= 2 {
		for a := 0; a+size < n; a += 2 * size {
			merge(data[a:min(a+2*size, n)], size, cmp)
		}
	}
}

// merge merges the sorted runs in front of and behind m, neither of which is empty.
//
// The algorithm is SymMerge (P.-S. Kim and A. Kutzner, "Stable minimum storage merging by symmetric
// comparisons", ESA 2004): it finds the part around m whose rotation leaves two smaller merges.
func merge[E any](data []E, m int, cmp func(a, b E) int) {
	n := len(data)
	switch {
	case m == 1: // one element that goes up in front of the first that is not less
		v := data[0]
		end := search(m, n, func(i int) bool { return cmp(data[i], v) >= 0 })
		copy(data, data[1:end])
		data[end-1] = v
		return
	case n-m == 1: // one element that goes down behind the last that is not greater
		v := data[m]
		start := search(0, m, func(i int) bool { return cmp(v, data[i]) < 0 })
		copy(data[start+1:], data[start:m])
		data[start] = v
		return
	}
	middle := n / 2
	sum := middle + m
	lo, hi := 0, m
	if m > middle {
		lo, hi = sum-n, middle
	}
	start := search(lo, hi, func(i int) bool { return cmp(data[sum-1-i], data[i]) < 0 })
	end := sum - start
	if start < m && m < end {
		rotateRight(data[start:end], end-m)
	}
	if 0 < start && start < middle {
		merge(data[:middle], start, cmp)
	}
	if middle < end && end < n {
		merge(data[middle:], end-middle, cmp)
	}
}

// search returns the first index of [lo, hi) for which the monotonic f returns true, hi if there is
// none.
func search(lo, hi int, f func(int) bool) int {
	for lo < hi {
		if m := int(uint(lo+hi) / 2); f(m) {
			hi = m
		} else {
			lo = m + 1
		}
	}
	return lo
}
