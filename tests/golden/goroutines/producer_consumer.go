// Several producers and one consumer; each producer's values arrive in order.
package main

import (
	"fmt"
	"sync"
)

func main() {
	type item struct{ from, n int }
	ch := make(chan item, 2)
	var wg sync.WaitGroup
	for p := range 3 {
		wg.Add(1)
		go func(p int) {
			defer wg.Done()
			for n := range 100 {
				ch <- item{p, n}
			}
		}(p)
	}
	go func() { wg.Wait(); close(ch) }()
	next, total, inOrder := [3]int{}, 0, true
	for it := range ch {
		inOrder = inOrder && next[it.from] == it.n
		next[it.from]++
		total += it.n
	}
	fmt.Println(next, total, inOrder)
}
