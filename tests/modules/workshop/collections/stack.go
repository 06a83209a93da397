// Package collections has containers with type parameters.
package collections

import (
	"errors"
	"iter"
)

// ErrEmpty is what taking from an empty container gives.
var ErrEmpty = errors.New("collections: empty")

// Container is what all containers have in common.
type Container[T any] interface {
	Len() int
	All() iter.Seq[T]
}

// Stack is last in, first out.
type Stack[T any] struct{ items []T }

// Push puts values on top, the last one topmost.
func (s *Stack[T]) Push(values ...T) { s.items = append(s.items, values...) }

// Pop takes the topmost value.
func (s *Stack[T]) Pop() (top T, err error) {
	n := len(s.items)
	if n == 0 {
		return top, ErrEmpty
	}
	top, s.items = s.items[n-1], s.items[:n-1]
	return top, nil
}

// Peek returns a pointer to the topmost value, or nil.
func (s *Stack[T]) Peek() *T {
	if len(s.items) == 0 {
		return nil
	}
	return &s.items[len(s.items)-1]
}

// Len is the number of values.
func (s *Stack[T]) Len() int { return len(s.items) }

// All goes from top to bottom.
func (s *Stack[T]) All() iter.Seq[T] {
	return func(yield func(T) bool) {
		for i := len(s.items) - 1; i >= 0; i-- {
			if !yield(s.items[i]) {
				return
			}
		}
	}
}

// Ring is a queue in a circular buffer.
type Ring[T any] struct {
	buf         []T
	start, size int
}

// Put appends a value; a full buffer doubles.
func (q *Ring[T]) Put(v T) {
	if q.size == len(q.buf) {
		bigger := make([]T, max(4, 2*len(q.buf)))
		n := copy(bigger, q.buf[q.start:])
		copy(bigger[n:], q.buf[:q.start])
		q.buf, q.start = bigger, 0
	}
	q.buf[(q.start+q.size)%len(q.buf)] = v
	q.size++
}

// Take removes the oldest value.
func (q *Ring[T]) Take() (v T, err error) {
	if q.size == 0 {
		err = ErrEmpty
		return
	}
	v = q.buf[q.start]
	var zero T
	q.buf[q.start] = zero
	q.start = (q.start + 1) % len(q.buf)
	q.size--
	return
}

// Len is the number of values.
func (q *Ring[T]) Len() int { return q.size }

// All goes from oldest to newest.
func (q *Ring[T]) All() iter.Seq[T] {
	return func(yield func(T) bool) {
		for i := range q.size {
			if !yield(q.buf[(q.start+i)%len(q.buf)]) {
				return
			}
		}
	}
}
