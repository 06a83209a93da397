// Waiting with sync.Cond and sync.Once.
package main

import (
	"fmt"
	"sync"
)

type Queue struct {
	mu    sync.Mutex
	cond  *sync.Cond
	items []int
	once  sync.Once
}

func (q *Queue) init() { q.cond = sync.NewCond(&q.mu); fmt.Println("initialised") }

func (q *Queue) Put(n int) {
	q.once.Do(q.init)
	q.mu.Lock()
	q.items = append(q.items, n)
	q.mu.Unlock()
	q.cond.Signal()
}

func (q *Queue) Take() int {
	q.once.Do(q.init)
	q.mu.Lock()
	defer q.mu.Unlock()
	for len(q.items) == 0 {
		q.cond.Wait()
	}
	n := q.items[0]
	q.items = q.items[1:]
	return n
}

func main() {
	var q Queue
	q.once.Do(q.init)
	sum := make(chan int)
	for range 3 {
		go func() {
			s := 0
			for range 10 {
				s += q.Take()
			}
			sum <- s
		}()
	}
	for i := range 30 {
		q.Put(i)
	}
	fmt.Println(<-sum + <-sum + <-sum)
}
