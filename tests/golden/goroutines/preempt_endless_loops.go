package main

import (
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
	"time"
)

var (
	stop    atomic.Bool
	counter int64
)

func spin() {
	for {
	}
}

func count(n *int64) {
	for !stop.Load() {
		*n++
	}
}

func floats(wg *sync.WaitGroup, n int, out *float64) {
	defer wg.Done()
	x, y, z := 1.0, 2.0, 3.0
	for range n {
		x, y, z = y*0.5+z*0.25, z*0.5+x*0.25, x*0.5+y*0.25+0.1
	}
	*out = x + y + z
}

func main() {
	runtime.GOMAXPROCS(1)
	go spin()
	go count(&counter)
	time.Sleep(time.Millisecond)
	fmt.Println("awake beside endless loops")

	c := make(chan int)
	go func() {
		for i := range 5 {
			c <- i * i
		}
		close(c)
	}()
	for v := range c {
		fmt.Println("received", v)
	}

	// Registers survive: the same computation many times, interrupted at arbitrary places.
	var wg sync.WaitGroup
	results := make([]float64, 4)
	for i := range results {
		wg.Add(1)
		go floats(&wg, 20_000_000, &results[i])
	}
	wg.Wait()
	for _, r := range results {
		fmt.Println(r == results[0])
	}

	var s []int
	sum := 0
	for i := range 300_000 {
		s = append(s, i)
		if len(s) == 1000 {
			for _, v := range s {
				sum += v
			}
			s = nil
		}
	}
	fmt.Println(sum)
	stop.Store(true)
}
