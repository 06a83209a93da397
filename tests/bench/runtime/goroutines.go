package main

import (
	"fmt"
	"runtime"
	"sync"
	"time"
)

func report(what string, n int, start time.Time) {
	fmt.Printf("%s\t%.2f\n", what, float64(time.Since(start).Nanoseconds())/float64(n))
}

func pingPong(n int) {
	there, back := make(chan int), make(chan int)
	go func() {
		for v := range there {
			back <- v + 1
		}
		close(back)
	}()
	start := time.Now()
	for i := range n {
		there <- i
		<-back
	}
	report("ping-pong unbuffered", n, start)
	close(there)
}

func buffered(n int) {
	c := make(chan int, 128)
	go func() {
		for i := range n {
			c <- i
		}
		close(c)
	}()
	start := time.Now()
	sum := 0
	for v := range c {
		sum += v
	}
	report("channel buffered 128", n, start)
}

func gosched(n int) {
	var wg sync.WaitGroup
	start := time.Now()
	for range 4 {
		wg.Go(func() {
			for range n / 4 {
				runtime.Gosched()
			}
		})
	}
	wg.Wait()
	report("Gosched", n, start)
}

func spawn(n int) {
	done := make(chan bool)
	start := time.Now()
	for range n {
		go func() { done <- true }()
		<-done
	}
	report("spawn, send, exit", n, start)
	var wg sync.WaitGroup
	start = time.Now()
	for range n {
		wg.Add(1)
		go wg.Done()
		if n%64 == 0 {
			runtime.Gosched()
		}
	}
	wg.Wait()
	report("spawn and exit", n, start)
}

func mutex(n int) {
	var mu sync.Mutex
	sum := 0
	start := time.Now()
	for i := range n {
		mu.Lock()
		sum += i
		mu.Unlock()
	}
	report("Mutex uncontended", n, start)
}

func fanIn(n int) {
	a, b, stop := make(chan int), make(chan int), make(chan bool)
	producer := func(c chan int) {
		for i := range n / 2 {
			c <- i
		}
		stop <- true
	}
	start := time.Now()
	go producer(a)
	go producer(b)
	sum := 0
	for ended := 0; ended < 2; {
		select {
		case v := <-a:
			sum += v
		case v := <-b:
			sum -= v
		case <-stop:
			ended++
		}
	}
	report("select fan-in", n, start)
}

func main() {
	pingPong(2_000_000)
	buffered(10_000_000)
	gosched(10_000_000)
	spawn(1_000_000)
	mutex(50_000_000)
	fanIn(2_000_000)
}
