package main

import (
	"fmt"
	"sync/atomic"
)

// The last pointer to an object in the heap is overwritten while a variable still has it, or it goes to a place that was
// made later. A collector that marks while the program runs must not lose sight of it.

type node struct {
	next  *node
	value int
	name  string
	any   any
	data  []int
}

type box struct {
	n     *node
	m     map[int]*node
	pair  [2]*node
	words [40]*node
}

func make1(i int) *node {
	return &node{value: i, name: fmt.Sprint("n", i), any: &i, data: []int{i, i + 1}}
}

func (n *node) ok(i int) bool {
	return n.value == i && n.name == fmt.Sprint("n", i) && *n.any.(*int) == i && n.data[1] == i+1
}

var sink []byte

func allocate(n int) {
	for range n {
		sink = make([]byte, 24)
	}
}

func main() {
	const size = 64
	boxes := make([]*box, size)
	for i := range boxes {
		boxes[i] = &box{m: map[int]*node{}}
	}
	wrong := 0
	check := func(n *node, i int) {
		if !n.ok(i) {
			wrong++
		}
	}
	c := make(chan *node, 2)
	var p atomic.Pointer[node]
	for i := range 3000 {
		b := boxes[i%size]
		b.n = make1(i)
		allocate(i % 7)
		n := b.n
		b.n = nil
		allocate(i % 5)
		check(n, i)

		b.m[i%3] = n
		allocate(i % 3)
		n = b.m[i%3]
		switch i % 4 {
		case 0:
			delete(b.m, i%3)
		case 1:
			b.m[i%3] = nil
		case 2:
			clear(b.m)
		case 3:
			b.m = map[int]*node{}
		}
		allocate(i % 5)
		check(n, i)

		b.pair = [2]*node{n, nil}
		allocate(i % 4)
		n = b.pair[0]
		b.pair[0], b.pair[1] = b.pair[1], make1(i+1)
		allocate(i % 6)
		check(n, i)
		check(b.pair[1], i+1)

		c <- n
		allocate(i % 5)
		n = <-c
		allocate(i % 4)
		check(n, i)

		p.Store(n)
		allocate(i % 3)
		n = p.Swap(nil)
		allocate(i % 4)
		check(n, i)
		p.Store(n)
		allocate(i % 3)
		n = p.Load()
		p.CompareAndSwap(n, nil)
		allocate(i % 4)
		check(n, i)

		b.words[i%40] = n
		allocate(i % 3)
		n = b.words[i%40]
		if i%2 == 0 {
			copy(b.words[:], b.words[1:])
		} else {
			clear(b.words[:])
		}
		allocate(i % 4)
		check(n, i)

		list := &node{next: n}
		for range 3 {
			list = &node{next: list}
		}
		b.n = list
		allocate(i % 3)
		n = nil
		// Out of the list at its end, into one that is made meanwhile.
		for b.n.next != nil {
			next := b.n.next
			b.n.next = nil
			b.n = next
			allocate(1 + i%2)
		}
		check(b.n, i)
		b.n.next = &node{next: b.n}
	}
	fmt.Println(wrong)
}
