// Package store keeps records with indexes, and runs queries built by chained calls.
package store

import (
	"cmp"
	"fmt"
	"iter"
	"slices"
	"strings"
	"time"
)

// Record has a key.
type Record interface {
	comparable
	Key() string
}

// Meta is embedded in records.
type Meta struct {
	ID      string
	Created time.Time
	Tags    [2]string
}

// Key is the ID.
func (m Meta) Key() string { return m.ID }

// Age is how old a record is at a time.
func (m *Meta) Age(now time.Time) time.Duration { return now.Sub(m.Created) }

// Person is a record.
type Person struct {
	Meta
	Name string
	Born int
}

// City is a record.
type City struct {
	Meta
	Name    string
	People  float64
	Country string
}

// Table holds records of one type.
type Table[R Record] struct {
	rows    []R
	byKey   map[string]int
	indexes map[string]*index[R]
	hooks   []func(change string, r R)
}

type index[R Record] struct {
	of   func(R) string
	rows map[string][]int
}

// DuplicateError is returned for a key that is taken.
type DuplicateError[R Record] struct{ Old, New R }

func (d DuplicateError[R]) Error() string {
	return fmt.Sprintf("store: duplicate key %q in %T", d.New.Key(), d.Old)
}

// OnChange adds a hook.
func (t *Table[R]) OnChange(hook func(string, R)) { t.hooks = append(t.hooks, hook) }

// Insert adds records; those before a duplicate stay.
func (t *Table[R]) Insert(records ...R) error {
	if t.byKey == nil {
		t.byKey = map[string]int{}
	}
	for _, r := range records {
		if old, ok := t.byKey[r.Key()]; ok {
			return DuplicateError[R]{t.rows[old], r}
		}
		t.byKey[r.Key()] = len(t.rows)
		for _, x := range t.indexes {
			x.rows[x.of(r)] = append(x.rows[x.of(r)], len(t.rows))
		}
		t.rows = append(t.rows, r)
		for _, h := range t.hooks {
			h("insert", r)
		}
	}
	return nil
}

// Index adds an index.
func (t *Table[R]) Index(name string, of func(R) string) {
	x := &index[R]{of, map[string][]int{}}
	for i, r := range t.rows {
		x.rows[of(r)] = append(x.rows[of(r)], i)
	}
	if t.indexes == nil {
		t.indexes = make(map[string]*index[R])
	}
	t.indexes[name] = x
}

// By looks an index up.
func (t *Table[R]) By(name, value string) Query[R] {
	return Query[R]{func(yield func(R) bool) {
		for _, i := range t.indexes[name].rows[value] {
			if !yield(t.rows[i]) {
				return
			}
		}
	}}
}

// All is a query for all records.
func (t *Table[R]) All() Query[R] { return Query[R]{slices.Values(t.rows)} }

// Query is a sequence of results.
type Query[R any] struct{ seq iter.Seq[R] }

// Where filters.
func (q Query[R]) Where(ok func(R) bool) Query[R] {
	return Query[R]{func(yield func(R) bool) {
		q.seq(func(r R) bool { return !ok(r) || yield(r) })
	}}
}

// OrderBy sorts by a key.
func (q Query[R]) OrderBy[K cmp.Ordered](key func(R) K) Query[R] {
	return Query[R]{func(yield func(R) bool) {
		rows := slices.SortedStableFunc(q.seq, func(a, b R) int { return cmp.Compare(key(a), key(b)) })
		for _, r := range rows {
			if !yield(r) {
				return
			}
		}
	}}
}

// Limit ends early.
func (q Query[R]) Limit(n int) Query[R] {
	return Query[R]{func(yield func(R) bool) {
		left := n
		for r := range q.seq {
			if left <= 0 || !yield(r) {
				return
			}
			left--
		}
	}}
}

// Select maps to another type.
func (q Query[R]) Select[T any](f func(R) T) Query[T] {
	return Query[T]{func(yield func(T) bool) {
		for r := range q.seq {
			if !yield(f(r)) {
				break
			}
		}
	}}
}

// Join pairs the results of two queries where the keys are equal.
func Join[A, B any, K comparable](a Query[A], ka func(A) K, b Query[B], kb func(B) K) Query[struct {
	Left  A
	Right B
}] {
	type pair = struct {
		Left  A
		Right B
	}
	return Query[pair]{func(yield func(pair) bool) {
		right := map[K][]B{}
		for r := range b.seq {
			right[kb(r)] = append(right[kb(r)], r)
		}
		for l := range a.seq {
			for _, r := range right[ka(l)] {
				if !yield(pair{l, r}) {
					return
				}
			}
		}
	}}
}

// String runs the query.
func (q Query[R]) String() string {
	var parts []string
	for r := range q.seq {
		parts = append(parts, fmt.Sprint(r))
	}
	return strings.Join(parts, ", ")
}

// Count runs the query.
func (q Query[R]) Count() (n int) {
	for range q.seq {
		n++
	}
	return
}
