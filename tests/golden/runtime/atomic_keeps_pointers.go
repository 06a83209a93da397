package main

import (
	"fmt"
	"sync/atomic"
)

type config struct{ a [8]int }

var current atomic.Value

//go:noinline
func set(i int) {
	c := &config{}
	for j := range c.a {
		c.a[j] = i + j
	}
	current.Store(c)
}

//go:noinline
func swap(i int) *config {
	c := &config{}
	c.a[0] = i
	old := current.Swap(c)
	d := &config{}
	d.a[0] = i + 1
	if !current.CompareAndSwap(c, d) {
		return nil
	}
	return old.(*config)
}

//go:noinline
func overwrite(n int) int {
	var a [200]int
	for i := range a {
		a[i] = n * i
	}
	return a[n]
}

func main() {
	set(7)
	overwrite(3)
	fmt.Println(current.Load().(*config).a)
	old := swap(100)
	overwrite(4)
	fmt.Println(old.a, current.Load().(*config).a[0])
}
