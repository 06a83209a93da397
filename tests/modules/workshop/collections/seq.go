package collections

import (
	"cmp"
	"iter"
	"slices"
)

// Seq is a lazy sequence with the usual operations as methods.
type Seq[T any] iter.Seq[T]

// From makes a sequence of values.
func From[T any](values ...T) Seq[T] { return Seq[T](slices.Values(values)) }

// Of makes a sequence of a container.
func Of[T any](c Container[T]) Seq[T] { return Seq[T](c.All()) }

// Count counts up from a number without end.
func Count(from int) Seq[int] {
	return func(yield func(int) bool) {
		for i := from; yield(i); i++ {
		}
	}
}

// Filter keeps what a predicate accepts.
func (s Seq[T]) Filter(keep func(T) bool) Seq[T] {
	return func(yield func(T) bool) {
		for v := range s {
			if keep(v) && !yield(v) {
				return
			}
		}
	}
}

// Take keeps the first n values.
func (s Seq[T]) Take(n int) Seq[T] {
	return func(yield func(T) bool) {
		if n <= 0 {
			return
		}
		i := 0
		for v := range s {
			if !yield(v) {
				return
			}
			if i++; i == n {
				return
			}
		}
	}
}

// Map applies a function to each value.
func (s Seq[T]) Map[U any](f func(T) U) Seq[U] {
	return func(yield func(U) bool) {
		for v := range s {
			if !yield(f(v)) {
				return
			}
		}
	}
}

// Fold combines all values from the left.
func (s Seq[T]) Fold[A any](start A, f func(A, T) A) A {
	acc := start
	for v := range s {
		acc = f(acc, v)
	}
	return acc
}

// Collect gathers the values.
func (s Seq[T]) Collect() []T { return slices.Collect(iter.Seq[T](s)) }

// Zip pairs two sequences until one ends.
func Zip[A, B any](a Seq[A], b Seq[B]) iter.Seq2[A, B] {
	return func(yield func(A, B) bool) {
		next, stop := iter.Pull(iter.Seq[B](b))
		defer stop()
		for x := range a {
			y, ok := next()
			if !ok || !yield(x, y) {
				return
			}
		}
	}
}

// Number is what can be summed.
type Number interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 | ~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~float32 | ~float64
}

// Sum adds the values.
func Sum[T Number](s Seq[T]) (sum T) {
	for v := range s {
		sum += v
	}
	return
}

// Set is a set of comparable values.
type Set[T comparable] map[T]struct{}

// SetOf makes a set.
func SetOf[T comparable](values ...T) Set[T] {
	s := make(Set[T], len(values))
	for _, v := range values {
		s[v] = struct{}{}
	}
	return s
}

// Has tells membership.
func (s Set[T]) Has(v T) bool { _, ok := s[v]; return ok }

// Union is a new set.
func (s Set[T]) Union(o Set[T]) Set[T] {
	u := Set[T]{}
	for _, from := range [...]Set[T]{s, o} {
		for v := range from {
			u[v] = struct{}{}
		}
	}
	return u
}

// Intersect is a new set.
func (s Set[T]) Intersect(o Set[T]) Set[T] {
	u := Set[T]{}
	for v := range s {
		if o.Has(v) {
			u[v] = struct{}{}
		}
	}
	return u
}

// Sorted lists a set in order.
func Sorted[T cmp.Ordered](s Set[T]) []T {
	list := make([]T, 0, len(s))
	for v := range s {
		list = append(list, v)
	}
	slices.Sort(list)
	return list
}

// GroupBy sorts values into groups, keeping their order.
func GroupBy[T any, K comparable](values []T, key func(T) K) (groups map[K][]T, order []K) {
	groups = map[K][]T{}
	for _, v := range values {
		k := key(v)
		if _, seen := groups[k]; !seen {
			order = append(order, k)
		}
		groups[k] = append(groups[k], v)
	}
	return
}

// Pair is two values.
type Pair[A, B any] struct {
	First  A
	Second B
}

// Swap exchanges the two.
func (p Pair[A, B]) Swap() Pair[B, A] { return Pair[B, A]{p.Second, p.First} }

// Heap is a priority queue ordered by a function.
type Heap[T any] struct {
	items []T
	less  func(a, b T) bool
}

// NewHeap returns an empty heap; less tells what comes out first.
func NewHeap[T any](less func(a, b T) bool) *Heap[T] { return &Heap[T]{less: less} }

// Push adds a value.
func (h *Heap[T]) Push(v T) {
	h.items = append(h.items, v)
	for i := len(h.items) - 1; i > 0; {
		parent := (i - 1) / 2
		if !h.less(h.items[i], h.items[parent]) {
			break
		}
		h.items[i], h.items[parent] = h.items[parent], h.items[i]
		i = parent
	}
}

// Pop takes the first value.
func (h *Heap[T]) Pop() (first T, err error) {
	if len(h.items) == 0 {
		return first, ErrEmpty
	}
	first = h.items[0]
	last := len(h.items) - 1
	h.items[0] = h.items[last]
	h.items = h.items[:last]
	for i := 0; ; {
		child := 2*i + 1
		if child >= last {
			break
		}
		if right := child + 1; right < last && h.less(h.items[right], h.items[child]) {
			child = right
		}
		if !h.less(h.items[child], h.items[i]) {
			break
		}
		h.items[i], h.items[child] = h.items[child], h.items[i]
		i = child
	}
	return first, nil
}

// Len is the number of values.
func (h *Heap[T]) Len() int { return len(h.items) }

// Drain takes all values in order.
func (h *Heap[T]) Drain() iter.Seq[T] {
	return func(yield func(T) bool) {
		for h.Len() > 0 {
			v, _ := h.Pop()
			if !yield(v) {
				return
			}
		}
	}
}
