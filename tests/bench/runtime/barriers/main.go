// Programs that store pointers: `prog name [rounds]`, or `prog` for the names.
package main

import (
	"fmt"
	"os"
	"slices"
	"sort"
	"strconv"
)

type tree struct{ left, right *tree }

func grow(depth int) *tree {
	if depth == 0 {
		return &tree{}
	}
	return &tree{grow(depth - 1), grow(depth - 1)}
}

func (t *tree) count() int {
	if t.left == nil {
		return 1
	}
	return 1 + t.left.count() + t.right.count()
}

func binaryTrees() int { return grow(14).count() }

// Swaps the sides of all: stores to old objects and nothing else.
func (t *tree) mirror() {
	t.left, t.right = t.right, t.left
	if t.left != nil {
		t.left.mirror()
		t.right.mirror()
	}
}

var kept = grow(14)

func mirrorTree() int {
	kept.mirror()
	return 0
}

type item struct {
	next *item
	key  int
}

func numbers(n int) []int {
	seed := uint32(1)
	out := make([]int, n)
	for i := range out {
		seed = seed*1664525 + 1013904223
		out[i] = int(seed >> 8)
	}
	return out
}

func sortStrings() int {
	var words []string
	for _, k := range numbers(10_000) {
		words = append(words, strconv.Itoa(k))
	}
	slices.Sort(words)
	return len(words[0])
}

func sortPointers() int {
	var items []*item
	for _, k := range numbers(20_000) {
		items = append(items, &item{key: k})
	}
	slices.SortFunc(items, func(a, b *item) int { return a.key - b.key })
	return items[0].key
}

func sortInterface() int {
	var words sort.StringSlice
	for _, k := range numbers(10_000) {
		words = append(words, strconv.Itoa(k))
	}
	sort.Sort(words)
	return len(words[0])
}

var list = func() (first *item) {
	for i := range 20_000 {
		first = &item{first, i}
	}
	return
}()

func reverseList() int {
	var done *item
	for p := list; p != nil; {
		p.next, done, p = done, p, p.next
	}
	list = done
	return list.key
}

func mapPointers() int {
	m := map[int]*item{}
	for _, k := range numbers(20_000) {
		m[k%5000] = &item{m[k%5000], k}
	}
	return len(m)
}

func appendStrings() int {
	var all []string
	for i := range 50_000 {
		all = append(all, "x")
		if i%1000 == 0 {
			all = append(all[:0:0], all...)
		}
	}
	return len(all)
}

type shape interface{ area() int }
type square struct{ side int }

func (s *square) area() int { return s.side * s.side }

func interfaces() int {
	shapes := make([]shape, 1000)
	pool := []*square{{1}, {2}, {3}}
	sum := 0
	for round := range 40 {
		for i := range shapes {
			shapes[i] = pool[(i+round)%3]
		}
		for _, s := range shapes {
			sum += s.area()
		}
	}
	return sum
}

var programs = map[string]func() int{
	"binary-trees": binaryTrees, "mirror-tree": mirrorTree, "sort-strings": sortStrings, "sort-pointers": sortPointers,
	"sort-interface": sortInterface, "reverse-list": reverseList, "map-pointers": mapPointers,
	"append-strings": appendStrings, "interfaces": interfaces,
}

func main() {
	if len(os.Args) < 2 {
		for name := range programs {
			fmt.Println(name)
		}
		return
	}
	rounds := 1
	if len(os.Args) > 2 {
		rounds, _ = strconv.Atoi(os.Args[2])
	}
	result := 0
	for range rounds {
		result += programs[os.Args[1]]()
	}
	fmt.Println(result)
}
