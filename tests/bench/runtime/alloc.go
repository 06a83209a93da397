package main

import (
	"fmt"
	"time"
)

type small struct{ a, b uint64 }
type linked struct {
	next *linked
	rest [7]uint64
}

var (
	keepSmall  *small
	keepLinked *linked
	keepBytes  []byte
)

func report(what string, n int, start time.Time) {
	fmt.Printf("%s\t%.2f\n", what, float64(time.Since(start).Nanoseconds())/float64(n))
}

func main() {
	const n = 20_000_000
	start := time.Now()
	for i := range n {
		keepSmall = &small{a: uint64(i)}
	}
	report("alloc 16 B", n, start)
	start = time.Now()
	for range n {
		keepLinked = &linked{}
	}
	report("alloc 64 B", n, start)
	start = time.Now()
	for i := range n / 4 {
		keepBytes = make([]byte, 20+i&63)
	}
	report("make []byte 20-83", n/4, start)
}
