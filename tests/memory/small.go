// Keeps small objects until there is no memory.
package main

import "fmt"

type node struct {
	next *node
	data [6]int
}

func main() {
	fmt.Println("start")
	var list *node
	for {
		list = &node{next: list}
	}
}
