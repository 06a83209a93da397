// Package unique makes values canonical, so that they can be compared by comparing pointers.
package unique

import (
	"runtime"
	"strings"
	"sync"
	"weak"
)

// Handle identifies a value of type T: two are equal if and only if the values they were made of are.
type Handle[T comparable] struct {
	value *T
}

// Value returns a copy of the value.
func (h Handle[T]) Value() T { return *h.value }

// Make returns the handle of value.
func Make[T comparable](value T) Handle[T] {
	return Handle[T]{valuesOf[T]().find(value)}
}

// values holds the values of one type that have handles.
type values[T comparable] struct {
	mu  sync.Mutex
	all map[T]weak.Pointer[T]
}

// byType holds a *values[T] for each (*T)(nil).
var byType sync.Map

func valuesOf[T comparable]() *values[T] {
	if v, ok := byType.Load((*T)(nil)); ok {
		return v.(*values[T])
	}
	v, _ := byType.LoadOrStore((*T)(nil), &values[T]{all: make(map[T]weak.Pointer[T])})
	return v.(*values[T])
}

func (v *values[T]) find(value T) *T {
	v.mu.Lock()
	defer v.mu.Unlock()
	if p := v.all[value].Value(); p != nil {
		return p
	}
	p := new(T)
	*p = value
	if s, ok := any(p).(*string); ok {
		*s = strings.Clone(*s) // which may be a small part of a large one
	}
	v.all[*p] = weak.Make(p)
	runtime.AddCleanup(p, v.remove, *p)
	return p
}

// remove forgets a value that nobody has a handle of any more.
func (v *values[T]) remove(value T) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.all[value].Value() == nil {
		delete(v.all, value)
	}
}
