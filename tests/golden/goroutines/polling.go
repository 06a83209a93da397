package main

import (
	"fmt"
	"runtime"
	"sync"
)

// Sends and receives that do not wait, next to those that do: each value arrives once.
func main() {
	for _, size := range []int{0, 1, 3} {
		c := make(chan int, size)
		var producers, consumers sync.WaitGroup
		const each = 20000
		for k := range 4 {
			producers.Add(1)
			go func() {
				defer producers.Done()
				for i := range each {
					if k%2 == 0 {
						c <- i
						continue
					}
					for sent := false; !sent; {
						select {
						case c <- i:
							sent = true
						default:
							runtime.Gosched()
						}
					}
				}
			}()
		}
		sums := make([]int, 3)
		for k := range sums {
			consumers.Add(1)
			go func() {
				defer consumers.Done()
				for {
					if k == 0 {
						v, ok := <-c
						if !ok {
							return
						}
						sums[k] += v
						continue
					}
					select {
					case v, ok := <-c:
						if !ok {
							return
						}
						sums[k] += v
					default:
						runtime.Gosched()
					}
				}
			}()
		}
		producers.Wait()
		close(c)
		consumers.Wait()
		fmt.Println(size, sums[0]+sums[1]+sums[2] == 4*each*(each-1)/2)
	}
	c := make(chan int)
	defer func() { fmt.Println(recover()) }()
	close(c)
	select {
	case v, ok := <-c:
		fmt.Println(v, ok)
	default:
		fmt.Println("default")
	}
	var n chan int
	select {
	case <-n:
	default:
		fmt.Println("nil")
	}
	select {
	case n <- 1:
	default:
		fmt.Println("nil")
	}
	select {
	case c <- 1:
	default:
		fmt.Println("default")
	}
}
