package main

import (
	"fmt"
	"sync"
)

func parallel(yield func(int) bool) {
	var mu sync.Mutex
	var wg sync.WaitGroup
	for i := range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			mu.Lock()
			defer mu.Unlock()
			yield(i)
		}()
	}
	wg.Wait()
}

func sum() (n int) {
	for i := range parallel {
		defer func() { n += i }()
		n += 10
	}
	return n
}

func pull(yield func(string) bool) {
	c := make(chan string)
	go func() {
		defer close(c)
		for _, s := range []string{"a", "b", "c"} {
			c <- s
		}
	}()
	for s := range c {
		if !yield(s) {
			return
		}
	}
}

func main() {
	fmt.Println(sum())
	for s := range pull {
		done := make(chan bool)
		go func() { fmt.Println(s); close(done) }()
		<-done
	}
}
