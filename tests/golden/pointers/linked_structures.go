// Pointers build lists and trees; nodes outlive the functions that made them.
package main

import "fmt"

type Node struct {
	val         int
	left, right *Node
}

func (n *Node) insert(v int) *Node {
	if n == nil {
		return &Node{val: v}
	}
	if v < n.val {
		n.left = n.left.insert(v)
	} else {
		n.right = n.right.insert(v)
	}
	return n
}

func (n *Node) walk(f func(int)) {
	if n != nil {
		n.left.walk(f)
		f(n.val)
		n.right.walk(f)
	}
}

func insertIter(root **Node, v int) {
	for *root != nil {
		if v < (*root).val {
			root = &(*root).left
		} else {
			root = &(*root).right
		}
	}
	*root = &Node{val: v}
}

func main() {
	var a, b *Node
	for _, v := range []int{5, 2, 8, 1, 9, 3} {
		a = a.insert(v)
		insertIter(&b, v*10)
	}
	a.walk(func(v int) { fmt.Print(v, " ") })
	b.walk(func(v int) { fmt.Print(v, " ") })
	fmt.Println()
}
