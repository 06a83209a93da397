package main

import (
	"cmp"
	"strings"
	"sync"
)

var text = strings.Repeat("the quick brown fox jumps over the lazy dog and runs away, naïve as ever; ", 100)

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

func binaryTrees() int {
	n := 0
	for range 8 {
		n += grow(10).count()
	}
	return n
}

func random(n int) []int {
	x := make([]int, n)
	seed := uint32(42)
	for i := range x {
		seed = seed*1664525 + 1013904223
		x[i] = int(seed >> 8)
	}
	return x
}

func sortInts(a []int) {
	for len(a) > 12 {
		pivot := a[len(a)/2]
		i, j := 0, len(a)-1
		for i <= j {
			for a[i] < pivot {
				i++
			}
			for a[j] > pivot {
				j--
			}
			if i <= j {
				a[i], a[j] = a[j], a[i]
				i++
				j--
			}
		}
		sortInts(a[:j+1])
		a = a[i:]
	}
	for i := 1; i < len(a); i++ {
		for j := i; j > 0 && a[j] < a[j-1]; j-- {
			a[j], a[j-1] = a[j-1], a[j]
		}
	}
}

func quicksort() int {
	a := random(10000)
	sortInts(a)
	return a[5000]
}

type heap[T cmp.Ordered] struct{ items []T }

func (h *heap[T]) push(x T) {
	h.items = append(h.items, x)
	i := len(h.items) - 1
	for i > 0 {
		parent := (i - 1) / 2
		if h.items[parent] <= h.items[i] {
			break
		}
		h.items[parent], h.items[i] = h.items[i], h.items[parent]
		i = parent
	}
}

func (h *heap[T]) pop() T {
	top := h.items[0]
	last := len(h.items) - 1
	h.items[0] = h.items[last]
	h.items = h.items[:last]
	i := 0
	for {
		child := 2*i + 1
		if child >= last {
			break
		}
		if child+1 < last && h.items[child+1] < h.items[child] {
			child++
		}
		if h.items[i] <= h.items[child] {
			break
		}
		h.items[i], h.items[child] = h.items[child], h.items[i]
		i = child
	}
	return top
}

func heapsort() int {
	var h heap[int]
	for _, x := range random(3000) {
		h.push(x)
	}
	sum := 0
	for i := range 3000 {
		sum += h.pop() * (i & 3)
	}
	return sum
}

func apply(xs []int, f func(int) int) int {
	sum := 0
	for _, x := range xs {
		sum += f(x)
	}
	return sum
}

//go:noinline
func adder(k int) func(int) int { return func(x int) int { return x + k } }

var numbers = random(1000)

func closures() int {
	sum := 0
	for i := range 10 {
		sum += apply(numbers, func(x int) int { return x&15 + i })
		sum += apply(numbers, adder(i))
	}
	return sum
}

type shape interface{ area() int }
type square struct{ side int }
type rect struct{ w, h int }
type disc struct{ r int }

func (s square) area() int { return s.side * s.side }
func (r *rect) area() int  { return r.w * r.h }
func (d disc) area() int   { return 3 * d.r * d.r }

func shapes() []shape {
	var out []shape
	for i := range 1000 {
		switch i % 3 {
		case 0:
			out = append(out, square{i})
		case 1:
			out = append(out, &rect{i, 2})
		default:
			out = append(out, disc{i})
		}
	}
	return out
}

var someShapes = shapes()

func interfaces() int {
	sum := 0
	for range 10 {
		for _, s := range someShapes {
			sum += s.area()
		}
	}
	return sum
}

func typeSwitch() int {
	sum := 0
	for range 10 {
		for _, s := range someShapes {
			switch s := s.(type) {
			case square:
				sum += s.side
			case *rect:
				sum += s.w
			case disc:
				sum -= s.r
			}
		}
	}
	return sum
}

func mapInt() int {
	m := map[int]int{}
	for _, x := range numbers {
		m[x&255] += x
	}
	sum := 0
	for range 5 {
		for _, x := range numbers {
			sum += m[x&511]
		}
	}
	return sum
}

func wordCount() int {
	count := map[string]int{}
	start := -1
	for i := 0; i < len(text); i++ {
		letter := text[i] >= 'a' && text[i] <= 'z'
		if letter && start < 0 {
			start = i
		} else if !letter && start >= 0 {
			count[text[start:i]]++
			start = -1
		}
	}
	return len(count) + count["fox"]
}

func appendInts() int {
	sum := 0
	for range 10 {
		var a []int
		for i := range 2000 {
			a = append(a, i)
		}
		sum += len(a) + cap(a)
	}
	return sum
}

func stringBytes() int {
	vowels, hash := 0, uint32(2166136261)
	for i := 0; i < len(text); i++ {
		c := text[i]
		hash = (hash ^ uint32(c)) * 16777619
		switch c {
		case 'a', 'e', 'i', 'o', 'u':
			vowels++
		}
	}
	return vowels + int(hash)
}

func stringRunes() int {
	sum := 0
	for i, r := range text {
		sum += i ^ int(r)
	}
	return sum
}

func stringConcat() int {
	n := 0
	for i := range 1000 {
		s := "key" + string(rune('a'+i%26)) + "/" + text[i:i+5]
		n += len(s)
	}
	return n
}

func byteBuilder() int {
	var b []byte
	for i := range 2000 {
		b = append(b, "item "...)
		b = append(b, byte('0'+i%10), ',')
	}
	return len(b)
}

type node struct {
	next  *node
	value int
}

func linkedList() int {
	var head *node
	for i := range 2000 {
		head = &node{head, i}
	}
	sum := 0
	for range 10 {
		for n := head; n != nil; n = n.next {
			sum += n.value
		}
	}
	return sum
}

type vector struct{ x, y, z float64 }

func (a vector) add(b vector) vector    { return vector{a.x + b.x, a.y + b.y, a.z + b.z} }
func (a vector) scale(k float64) vector { return vector{a.x * k, a.y * k, a.z * k} }
func (a vector) dot(b vector) float64   { return a.x*b.x + a.y*b.y + a.z*b.z }

type ray struct{ origin, direction vector }

func (r ray) at(t float64) vector { return r.origin.add(r.direction.scale(t)) }

func structValues() int {
	r := ray{vector{1, 2, 3}, vector{0.5, 0.25, 0.125}}
	sum := 0.0
	for i := range 5000 {
		p := r.at(float64(i))
		sum += p.dot(r.direction)
		r.origin.x += 0.001
	}
	return int(sum)
}

type counter struct {
	mu sync.Mutex
	n  int
}

func (c *counter) add() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.n++
}

func deferred() int {
	var c counter
	for range 2000 {
		c.add()
	}
	return c.n
}
