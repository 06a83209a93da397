// A pool of workers over a job channel, results put in order.
package main

import (
	"fmt"
	"sync"
)

type job struct{ id, n int }
type result struct {
	id      int
	primes  int
	problem error
}

func count(n int) (c int, err error) {
	if n < 0 {
		return 0, fmt.Errorf("bad job %d", n)
	}
	for i := 2; i <= n; i++ {
		prime := true
		for j := 2; j*j <= i; j++ {
			if i%j == 0 {
				prime = false
				break
			}
		}
		if prime {
			c++
		}
	}
	return
}

func main() {
	jobs, results := make(chan job), make(chan result, 4)
	var wg sync.WaitGroup
	for range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for j := range jobs {
				c, err := count(j.n)
				results <- result{j.id, c, err}
			}
		}()
	}
	go func() {
		for i, n := range []int{10, 100, -3, 1000, 2, 0, 500} {
			jobs <- job{i, n}
		}
		close(jobs)
		wg.Wait()
		close(results)
	}()
	all := make([]result, 7)
	for r := range results {
		all[r.id] = r
	}
	for _, r := range all {
		fmt.Println(r.id, r.primes, r.problem)
	}
}
