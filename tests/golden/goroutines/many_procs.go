// Channels, select, mutexes, timers and the heap under several processors: what is sent arrives once, in order.
package main

import (
	"fmt"
	"runtime"
	"sync"
	"time"
)

type item struct {
	from, n int
	text    string
}

func producer(id, count int, out chan<- *item) {
	for n := range count {
		out <- &item{id, n, fmt.Sprint(id, "-", n)}
		if n%16 == 0 {
			runtime.Gosched()
		}
	}
}

func main() {
	runtime.GOMAXPROCS(4)
	const producers, count = 8, 500
	a, b := make(chan *item), make(chan *item, 7)
	var wg sync.WaitGroup
	for id := range producers {
		wg.Add(1)
		go func() {
			defer wg.Done()
			producer(id, count, []chan *item{a, b}[id%2])
		}()
	}
	done := make(chan bool)
	go func() { wg.Wait(); close(done) }()
	var mu sync.RWMutex
	last := map[int]int{}
	received, wrong := 0, 0
	receive := func(it *item) {
		mu.Lock()
		defer mu.Unlock()
		if want, ok := last[it.from]; ok && it.n != want+1 || it.text != fmt.Sprint(it.from, "-", it.n) {
			wrong++
		}
		last[it.from] = it.n
		received++
	}
	tick := time.NewTicker(time.Millisecond)
	ticks := 0
loop:
	for {
		select {
		case it := <-a:
			receive(it)
		case it := <-b:
			receive(it)
		case <-tick.C:
			ticks++
		case <-done:
			break loop
		}
	}
	for len(b) > 0 {
		receive(<-b)
	}
	mu.RLock()
	fmt.Println(received, wrong, len(last), last[3])
	mu.RUnlock()

	var cond = sync.NewCond(&sync.Mutex{})
	turn, sum := 0, 0
	for id := range 5 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 100 {
				cond.L.Lock()
				for turn != id {
					cond.Wait()
				}
				turn = (turn + 1) % 5
				sum += id
				cond.L.Unlock()
				cond.Broadcast()
			}
		}()
	}
	wg.Wait()
	fmt.Println(sum)
}
