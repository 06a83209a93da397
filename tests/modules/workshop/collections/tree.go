package collections

import (
	"cmp"
	"fmt"
	"iter"
	"strings"
)

type node[K, V any] struct {
	key         K
	value       V
	level       int
	left, right *node[K, V]
}

// Tree is a map ordered by a comparison, an AA tree.
type Tree[K, V any] struct {
	root    *node[K, V]
	compare func(a, b K) int
	size    int
}

// NewTree returns a tree of keys with a natural order.
func NewTree[K cmp.Ordered, V any]() *Tree[K, V] { return NewTreeFunc[K, V](cmp.Compare[K]) }

// NewTreeFunc returns a tree ordered by a function.
func NewTreeFunc[K, V any](compare func(a, b K) int) *Tree[K, V] {
	return &Tree[K, V]{compare: compare}
}

func (n *node[K, V]) skew() *node[K, V] {
	if n == nil || n.left == nil || n.left.level != n.level {
		return n
	}
	l := n.left
	n.left, l.right = l.right, n
	return l
}

func (n *node[K, V]) split() *node[K, V] {
	if n == nil || n.right == nil || n.right.right == nil || n.level != n.right.right.level {
		return n
	}
	r := n.right
	n.right, r.left = r.left, n
	r.level++
	return r
}

// Set puts a value at a key and returns what was there.
func (t *Tree[K, V]) Set(key K, value V) (old V, replaced bool) {
	var put func(n *node[K, V]) *node[K, V]
	put = func(n *node[K, V]) *node[K, V] {
		if n == nil {
			t.size++
			return &node[K, V]{key: key, value: value, level: 1}
		}
		switch c := t.compare(key, n.key); {
		case c < 0:
			n.left = put(n.left)
		case c > 0:
			n.right = put(n.right)
		default:
			old, replaced = n.value, true
			n.value = value
			return n
		}
		return n.skew().split()
	}
	t.root = put(t.root)
	return
}

// Get returns the value at a key.
func (t *Tree[K, V]) Get(key K) (value V, ok bool) {
	for n := t.root; n != nil; {
		c := t.compare(key, n.key)
		if c == 0 {
			return n.value, true
		}
		if c < 0 {
			n = n.left
		} else {
			n = n.right
		}
	}
	return
}

// Len is the number of keys.
func (t *Tree[K, V]) Len() int { return t.size }

// Entries goes through keys and values in order.
func (t *Tree[K, V]) Entries() iter.Seq2[K, V] {
	return func(yield func(K, V) bool) { t.root.walk(yield) }
}

func (n *node[K, V]) walk(yield func(K, V) bool) bool {
	return n == nil || n.left.walk(yield) && yield(n.key, n.value) && n.right.walk(yield)
}

// All goes through the keys in order.
func (t *Tree[K, V]) All() iter.Seq[K] {
	return func(yield func(K) bool) {
		for k := range t.Entries() {
			if !yield(k) {
				return
			}
		}
	}
}

// Between goes through the entries with keys in [low, high).
func (t *Tree[K, V]) Between(low, high K) iter.Seq2[K, V] {
	return func(yield func(K, V) bool) {
		for k, v := range t.Entries() {
			if t.compare(k, low) < 0 {
				continue
			}
			if t.compare(k, high) >= 0 || !yield(k, v) {
				return
			}
		}
	}
}

// Height is the length of the longest way down.
func (t *Tree[K, V]) Height() int { return t.root.height() }

func (n *node[K, V]) height() int {
	if n == nil {
		return 0
	}
	return 1 + max(n.left.height(), n.right.height())
}

// String shows the tree with its shape.
func (t *Tree[K, V]) String() string {
	var b strings.Builder
	var show func(n *node[K, V])
	show = func(n *node[K, V]) {
		if n == nil {
			b.WriteByte('.')
			return
		}
		b.WriteByte('(')
		show(n.left)
		fmt.Fprintf(&b, " %v ", n.key)
		show(n.right)
		b.WriteByte(')')
	}
	show(t.root)
	return b.String()
}
