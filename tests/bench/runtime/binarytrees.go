package main

import "fmt"

type node struct{ left, right *node }

func grow(depth int) *node {
	if depth == 0 {
		return &node{}
	}
	return &node{grow(depth - 1), grow(depth - 1)}
}

func (n *node) count() int {
	if n.left == nil {
		return 1
	}
	return 1 + n.left.count() + n.right.count()
}

func main() {
	const deepest = 18
	kept := grow(deepest)
	for depth := 4; depth <= deepest; depth += 4 {
		trees := 1 << (deepest - depth + 4)
		sum := 0
		for range trees {
			sum += grow(depth).count()
		}
		fmt.Println(trees, depth, sum)
	}
	fmt.Println(kept.count())
}
