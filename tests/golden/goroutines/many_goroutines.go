// Thousands of goroutines, chains of channels, growing stacks.
package main

import (
	"fmt"
	"runtime"
)

func deep(n int) int {
	var pad [20]int
	pad[n%20] = n
	if n == 0 {
		return 0
	}
	return deep(n-1) + pad[n%20] - n + 1
}

func main() {
	const n = 10000
	first := make(chan int)
	in := first
	for range n {
		out := make(chan int)
		go func(in, out chan int) { out <- <-in + 1 }(in, out)
		in = out
	}
	go func() { first <- 0 }()
	fmt.Println(<-in)
	sums := make(chan int)
	for i := range 20 {
		go func() { sums <- deep(1000 * (i + 1)) }()
	}
	total := 0
	for range 20 {
		total += <-sums
	}
	fmt.Println(total)
	for runtime.NumGoroutine() > 1 {
		runtime.Gosched()
	}
	fmt.Println(runtime.NumGoroutine())
}
