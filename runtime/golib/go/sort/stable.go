package sort

// runLength is the length of the runs that insertion sort makes for merging.
const runLength = 20

// mergeSort sorts n elements stably, without memory of its own.
func mergeSort[D Interface](data D, n int) {
	for a := 0; a < n; a += runLength {
		insertionSort(data, a, least(a+runLength, n))
	}
	for size := runLength; size < n; size *= 2 {
		for a := 0; a+size < n; a += 2 * size {
			merge(data, a, a+size, least(a+2*size, n))
		}
	}
}

func least(x, y int) int {
	if x < y {
		return x
	}
	return y
}

// merge merges the sorted runs [a, m) and [m, b), neither of which is empty.
//
// The algorithm is SymMerge (P.-S. Kim and A. Kutzner, "Stable minimum storage merging by symmetric
// comparisons", ESA 2004): it finds the part around m whose rotation leaves two smaller merges.
func merge[D Interface](data D, a, m, b int) {
	switch {
	case m-a == 1: // one element that goes up in front of the first that is not less
		end := m + Search(b-m, func(i int) bool { return !data.Less(m+i, a) })
		for i := a; i < end-1; i++ {
			data.Swap(i, i+1)
		}
		return
	case b-m == 1: // one element that goes down behind the last that is not greater
		start := a + Search(m-a, func(i int) bool { return data.Less(m, a+i) })
		for i := m; i > start; i-- {
			data.Swap(i, i-1)
		}
		return
	}
	middle := int(uint(a+b) / 2)
	sum := middle + m
	lo, hi := a, m
	if m > middle {
		lo, hi = sum-b, middle
	}
	start := lo + Search(hi-lo, func(i int) bool { return data.Less(sum-1-(lo+i), lo+i) })
	end := sum - start
	if start < m && m < end {
		rotate(data, start, m, end)
	}
	if a < start && start < middle {
		merge(data, a, start, middle)
	}
	if middle < end && end < b {
		merge(data, middle, end, b)
	}
}

// rotate exchanges the adjacent ranges [a, m) and [m, b): as long as they differ in length, the
// shorter one changes places with as much of the longer one.
func rotate[D Interface](data D, a, m, b int) {
	left, right := m-a, b-m
	for left != right {
		if left > right {
			swapRanges(data, m-left, m, right)
			left -= right
		} else {
			swapRanges(data, m-left, m+right-left, left)
			right -= left
		}
	}
	swapRanges(data, m-left, m, left)
}

func swapRanges[D Interface](data D, a, b, n int) {
	for i := range n {
		data.Swap(a+i, b+i)
	}
}
