// Constants, types and functions of the package may be used before their declaration, in any order.
package main

import "fmt"

func main() {
	var t Tree
	t.add(second).add(First)
	fmt.Println(t.nodes[0], t.nodes[1].up == &t, size, Second(2).next())
	type Local struct{ Tree }
	l := Local{t}
	l.add(7)
	fmt.Println(len(l.nodes), len(t.nodes))
}

const second = First + 1

type Tree struct {
	nodes []Node
}

func (t *Tree) add(v int) *Tree {
	t.nodes = append(t.nodes, Node{v, t})
	return t
}

type Node struct {
	v  int
	up *Tree
}

func (n Node) String() string { return fmt.Sprint("node", n.v) }

type Second Base

func (s Second) next() Base { return Base(s) + Base(size) }

type Base int

const (
	First = iota + 1
	size  = len([...]int{second: 0})
)
