// Package lru is a cache that forgets what was not used for longest.
package lru

import (
	"fmt"
	"iter"
	"strings"
)

type entry[K comparable, V any] struct {
	key        K
	value      V
	prev, next *entry[K, V]
}

// Stats counts what happened to a cache.
type Stats struct{ Hits, Misses, Evictions int }

// Ratio is the share of hits.
func (s Stats) Ratio() float64 {
	if total := s.Hits + s.Misses; total > 0 {
		return float64(s.Hits) / float64(total)
	}
	return 0
}

// Cache holds a bounded number of entries.
type Cache[K comparable, V any] struct {
	Stats
	capacity int
	table    map[K]*entry[K, V]
	head     entry[K, V] // of a circular list, most recent first
	onEvict  func(K, V)
}

// Option configures a cache.
type Option[K comparable, V any] func(*Cache[K, V])

// OnEvict names a function to call with what is forgotten.
func OnEvict[K comparable, V any](f func(K, V)) Option[K, V] {
	return func(c *Cache[K, V]) { c.onEvict = f }
}

// New returns a cache.
func New[K comparable, V any](capacity int, options ...Option[K, V]) *Cache[K, V] {
	c := &Cache[K, V]{capacity: capacity, table: make(map[K]*entry[K, V], capacity)}
	c.head.prev, c.head.next = &c.head, &c.head
	for _, o := range options {
		o(c)
	}
	return c
}

func (e *entry[K, V]) unlink() { e.prev.next, e.next.prev = e.next, e.prev }

func (c *Cache[K, V]) front(e *entry[K, V]) {
	e.prev, e.next = &c.head, c.head.next
	e.prev.next, e.next.prev = e, e
}

// Get looks a key up and makes it the most recent one.
func (c *Cache[K, V]) Get(key K) (value V, ok bool) {
	e, ok := c.table[key]
	if !ok {
		c.Misses++
		return
	}
	c.Hits++
	e.unlink()
	c.front(e)
	return e.value, true
}

// Put stores a value, forgetting the oldest if there is no room.
func (c *Cache[K, V]) Put(key K, value V) {
	if e := c.table[key]; e != nil {
		e.value = value
		e.unlink()
		c.front(e)
		return
	}
	if len(c.table) >= c.capacity {
		oldest := c.head.prev
		oldest.unlink()
		delete(c.table, oldest.key)
		c.Evictions++
		if c.onEvict != nil {
			c.onEvict(oldest.key, oldest.value)
		}
	}
	e := &entry[K, V]{key: key, value: value}
	c.table[key] = e
	c.front(e)
}

// GetOrCompute looks a key up, and computes and stores it if absent. An error is not stored.
func (c *Cache[K, V]) GetOrCompute(key K, compute func(K) (V, error)) (V, error) {
	if v, ok := c.Get(key); ok {
		return v, nil
	}
	v, err := compute(key)
	if err != nil {
		return v, fmt.Errorf("lru: key %v: %w", key, err)
	}
	c.Put(key, v)
	return v, nil
}

// Len is the number of entries.
func (c *Cache[K, V]) Len() int { return len(c.table) }

// All goes from most to least recent.
func (c *Cache[K, V]) All() iter.Seq2[K, V] {
	return func(yield func(K, V) bool) {
		for e := c.head.next; e != &c.head; e = e.next {
			if !yield(e.key, e.value) {
				return
			}
		}
	}
}

// String lists the entries.
func (c *Cache[K, V]) String() string {
	var parts []string
	for k, v := range c.All() {
		parts = append(parts, fmt.Sprintf("%v=%v", k, v))
	}
	return "[" + strings.Join(parts, " ") + "]"
}

// Memo makes a memoising form of a recursive function: it is given itself.
func Memo[K comparable, V any](capacity int, f func(self func(K) V, k K) V) func(K) V {
	cache := New[K, V](capacity)
	var self func(K) V
	self = func(k K) V {
		if v, ok := cache.Get(k); ok {
			return v
		}
		v := f(self, k)
		cache.Put(k, v)
		return v
	}
	return self
}
