// The number of processors may change while goroutines run.
package main

import (
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
)

type tree struct{ left, right *tree }

func grow(depth int) *tree {
	if depth == 0 {
		return &tree{}
	}
	return &tree{grow(depth - 1), grow(depth - 1)}
}

func (t *tree) size() int {
	if t == nil {
		return 0
	}
	return 1 + t.left.size() + t.right.size()
}

func main() {
	var sum atomic.Int64
	var wg sync.WaitGroup
	c := make(chan int, 4)
	for i := range 12 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 30 {
				sum.Add(int64(grow(6).size()))
				if i%2 == 0 {
					c <- i
				} else {
					<-c
				}
			}
		}()
	}
	for _, n := range []int{4, 1, 3, 8, 2, 1, 5} {
		runtime.GOMAXPROCS(n)
		if got := runtime.GOMAXPROCS(0); got != n {
			fmt.Println("GOMAXPROCS", got, "want", n)
		}
		runtime.Gosched()
	}
	wg.Wait()
	for runtime.NumGoroutine() > 1 {
		runtime.Gosched()
	}
	fmt.Println(sum.Load(), runtime.NumGoroutine())
}
