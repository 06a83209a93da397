// Types whose variables could never exist can be named; very large ones that hold pointers are collected rightly.
package main

import (
	"fmt"
	"runtime"
)

type never [1 << 42]*int

type large struct {
	head *int
	rest [10 << 20]*int
}

func main() {
	var p any = (*never)(nil)
	fmt.Printf("%T\n", p)
	l := new(large)
	for i := 0; i < len(l.rest); i += 1 << 20 {
		l.rest[i] = new(int)
		*l.rest[i] = i
	}
	l.head = new(int)
	*l.head = 7
	for range 3 {
		runtime.GC()
		junk := make([][]int, 0)
		for i := range 1000 {
			junk = append(junk, make([]int, i))
		}
	}
	sum := *l.head
	for i := 0; i < len(l.rest); i += 1 << 20 {
		sum += *l.rest[i]
	}
	fmt.Println(sum)
	runtime.KeepAlive(l)
}
