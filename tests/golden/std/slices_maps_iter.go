package main

import (
	"cmp"
	"errors"
	"fmt"
	"iter"
	"maps"
	"slices"
	"sync"
	"sync/atomic"
)

type P struct {
	name string
	age  int
}
type E1 struct{ s string }

func (e E1) Error() string { return e.s }

func main() {
	s := []int{3, 1, 2, 9, -4}
	slices.Sort(s)
	fmt.Println(s, slices.Max(s), slices.Min(s))
	i, ok := slices.BinarySearch(s, 3)
	fmt.Println(i, ok)
	p := []P{{"a", 3}, {"b", 1}, {"c", 3}, {"d", 0}}
	slices.SortStableFunc(p, func(a, b P) int { return cmp.Compare(a.age, b.age) })
	fmt.Println(p)
	for i, v := range s {
		fmt.Print(i, v, " ")
	}
	fmt.Println()
	m := map[string]int{"x": 1, "y": 2}
	fmt.Println(slices.Sorted(maps.Keys(m)))
	next, stop := iter.Pull(slices.Values(s))
	fmt.Println(next())
	fmt.Println(next())
	stop()
	fmt.Println(next())
	fmt.Println(slices.Insert(s, 1, 7, 8, 9), slices.Delete(slices.Clone(s), 1, 3))
	e, ok := errors.AsType[E1](fmt.Errorf("w %w", E1{"q"}))
	fmt.Println(e, ok)
	f := sync.OnceValue(func() int { fmt.Println("once"); return 5 })
	fmt.Println(f(), f())
	var ap atomic.Pointer[P]
	ap.Store(&p[0])
	fmt.Println(ap.Load().name)
	for c := range s {
		fmt.Print(c)
	}
	fmt.Println(slices.Repeat([]int{1, 2}, 3), slices.Concat(s, s))
}
