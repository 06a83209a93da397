// A linked list, a binary search tree with deletion and a heap, behind one interface, sorting the same numbers.
package main

import "fmt"

type Container interface {
	Insert(v int)
	Len() int
	Drain() []int
}

type List struct {
	head *cell
	n    int
}

type cell struct {
	v    int
	next *cell
}

func (l *List) Insert(v int) {
	p := &l.head
	for *p != nil && (*p).v < v {
		p = &(*p).next
	}
	*p = &cell{v, *p}
	l.n++
}

func (l *List) Len() int { return l.n }

func (l *List) Drain() (out []int) {
	for ; l.head != nil; l.head = l.head.next {
		out = append(out, l.head.v)
		l.n--
	}
	return
}

func (l *List) Reverse() {
	var prev *cell
	for c := l.head; c != nil; {
		c.next, prev, c = prev, c, c.next
	}
	l.head = prev
}

type Tree struct {
	root *node
	n    int
}

type node struct {
	v, count    int
	left, right *node
}

func (t *Tree) find(v int) **node {
	p := &t.root
	for *p != nil && (*p).v != v {
		if v < (*p).v {
			p = &(*p).left
		} else {
			p = &(*p).right
		}
	}
	return p
}

func (t *Tree) Insert(v int) {
	t.n++
	if p := t.find(v); *p == nil {
		*p = &node{v: v, count: 1}
	} else {
		(*p).count++
	}
}

func (t *Tree) Delete(v int) bool {
	p := t.find(v)
	switch n := *p; {
	case n == nil:
		return false
	case n.count > 1:
		n.count--
	case n.left == nil:
		*p = n.right
	case n.right == nil:
		*p = n.left
	default:
		q := &n.right
		for (*q).left != nil {
			q = &(*q).left
		}
		m := *q
		*q = m.right
		m.left, m.right = n.left, n.right
		*p = m
	}
	t.n--
	return true
}

func (t *Tree) Len() int { return t.n }

func (n *node) walk(visit func(*node)) {
	if n == nil {
		return
	}
	n.left.walk(visit)
	visit(n)
	n.right.walk(visit)
}

func (n *node) depth() int {
	if n == nil {
		return 0
	}
	return 1 + max(n.left.depth(), n.right.depth())
}

func (t *Tree) Drain() (out []int) {
	t.root.walk(func(n *node) {
		for range n.count {
			out = append(out, n.v)
		}
	})
	*t = Tree{}
	return
}

type Heap struct{ a []int }

func (h *Heap) Len() int { return len(h.a) }

func (h *Heap) Insert(v int) {
	h.a = append(h.a, v)
	for i := len(h.a) - 1; i > 0 && h.a[i] < h.a[(i-1)/2]; i = (i - 1) / 2 {
		h.a[i], h.a[(i-1)/2] = h.a[(i-1)/2], h.a[i]
	}
}

func (h *Heap) Pop() int {
	top, last := h.a[0], len(h.a)-1
	h.a[0] = h.a[last]
	h.a = h.a[:last]
	for i := 0; ; {
		small := i
		for _, c := range [...]int{2*i + 1, 2*i + 2} {
			if c < last && h.a[c] < h.a[small] {
				small = c
			}
		}
		if small == i {
			return top
		}
		h.a[i], h.a[small] = h.a[small], h.a[i]
		i = small
	}
}

func (h *Heap) Drain() (out []int) {
	for h.Len() > 0 {
		out = append(out, h.Pop())
	}
	return
}

func equal(a, b []int) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

func main() {
	var results [][]int
	for _, c := range []Container{&List{}, &Tree{}, &Heap{}} {
		for i := range 200 {
			c.Insert(i * 7919 % 101)
		}
		n := c.Len()
		out := c.Drain()
		results = append(results, out)
		fmt.Printf("%T %d %d %v\n", c, n, c.Len(), out[:8])
	}
	fmt.Println(equal(results[0], results[1]), equal(results[1], results[2]))
	l := &List{}
	for _, v := range []int{3, 1, 2} {
		l.Insert(v)
	}
	l.Reverse()
	fmt.Println(l.Drain())
	t := &Tree{}
	for _, v := range []int{50, 30, 70, 20, 40, 60, 80, 30} {
		t.Insert(v)
	}
	fmt.Println(t.root.depth(), t.Delete(30), t.Delete(30), t.Delete(50), t.Delete(55), t.Delete(20), t.root.v, t.Len())
	fmt.Println(t.Drain(), t.root.depth())
}
