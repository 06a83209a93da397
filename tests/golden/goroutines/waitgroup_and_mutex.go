// WaitGroup waits for all; Mutex makes increments whole; results by index need no lock.
package main

import (
	"fmt"
	"runtime"
	"sync"
)

type Counter struct {
	sync.Mutex
	n map[string]int
}

func (c *Counter) Inc(k string) {
	c.Lock()
	defer c.Unlock()
	v := c.n[k]
	runtime.Gosched()
	c.n[k] = v + 1
}

func main() {
	c := Counter{n: map[string]int{}}
	var wg sync.WaitGroup
	results := make([]int, 20)
	for i := range 20 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 50 {
				c.Inc(fmt.Sprint("k", i%3))
			}
			results[i] = i * i
		}()
	}
	wg.Wait()
	fmt.Println(c.n, results)
	wg.Go(func() { c.Inc("go") })
	wg.Wait()
	fmt.Println(c.n["go"])
	var rw sync.RWMutex
	rw.RLock()
	rw.RLock()
	rw.RUnlock()
	rw.RUnlock()
	rw.Lock()
	rw.Unlock()
	fmt.Println(c.TryLock(), c.TryLock())
}
