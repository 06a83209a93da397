package main

import (
	"fmt"
	"time"
)

//go:noinline
func down(n int) int {
	if n == 0 {
		return 0
	}
	return down(n-1) + 1
}

func report(what string, n int, start time.Time) {
	fmt.Printf("%s\t%.2f\n", what, float64(time.Since(start).Nanoseconds())/float64(n))
}

func main() {
	const frames = 10_000_000
	start := time.Now()
	down(frames)
	report("recursion first run", frames, start)
	start = time.Now()
	down(frames)
	report("recursion second run", frames, start)
	done := make(chan int)
	start = time.Now()
	go func() { done <- down(frames) }()
	<-done
	report("recursion in a goroutine", frames, start)
}
