// Package ring is a circular list.
package ring

// A Ring is an element of a circular list, which has neither beginning nor end. The zero Ring is a
// list of one element; a nil Ring is empty.
type Ring struct {
	next, prev *Ring
	Value      any
}

// linked makes sure that a zero Ring is linked with itself.
func (r *Ring) linked() *Ring {
	if r.next == nil {
		r.next, r.prev = r, r
	}
	return r
}

// New returns a ring of n elements.
func New(n int) *Ring {
	if n <= 0 {
		return nil
	}
	r := new(Ring).linked()
	for range n - 1 {
		e := &Ring{next: r, prev: r.prev}
		r.prev.next = e
		r.prev = e
	}
	return r
}

// Next returns the next element.
func (r *Ring) Next() *Ring { return r.linked().next }

// Prev returns the previous element.
func (r *Ring) Prev() *Ring { return r.linked().prev }

// Move returns the element n places further, backward if n < 0.
func (r *Ring) Move(n int) *Ring {
	r.linked()
	for ; n < 0; n++ {
		r = r.prev
	}
	for ; n > 0; n-- {
		r = r.next
	}
	return r
}

// Link makes s the next element of r and returns what was the next one. If both are in the same
// ring, the elements between them are taken out and become a ring of their own, which is returned.
func (r *Ring) Link(s *Ring) *Ring {
	n := r.Next()
	if s != nil {
		last := s.Prev()
		r.next = s
		s.prev = r
		n.prev = last
		last.next = n
	}
	return n
}

// Unlink takes n elements behind r out of the ring and returns them.
func (r *Ring) Unlink(n int) *Ring {
	if n <= 0 {
		return nil
	}
	return r.Link(r.Move(n + 1))
}

// Len returns the number of elements.
func (r *Ring) Len() int {
	if r == nil {
		return 0
	}
	n := 1
	for p := r.Next(); p != r; p = p.next {
		n++
	}
	return n
}

// Do calls f for the value of each element, starting at r.
func (r *Ring) Do(f func(any)) {
	if r == nil {
		return
	}
	f(r.Value)
	for p := r.Next(); p != r; p = p.next {
		f(p.Value)
	}
}
