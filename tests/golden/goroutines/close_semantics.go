// Closing wakes all receivers with zero values; receive with ok; double close and send after close panic.
package main

import (
	"fmt"
	"sync"
)

func main() {
	ch := make(chan int)
	var wg sync.WaitGroup
	var mu sync.Mutex
	woken := 0
	for range 5 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			if v, ok := <-ch; v == 0 && !ok {
				mu.Lock()
				woken++
				mu.Unlock()
			}
		}()
	}
	close(ch)
	wg.Wait()
	fmt.Println(woken)
	for i := range 2 {
		func() {
			defer func() { fmt.Println(recover()) }()
			if i == 0 {
				ch <- 1
			} else {
				close(ch)
			}
		}()
	}
	blocked, result := make(chan int), make(chan any)
	go func() {
		defer func() { result <- recover() }()
		blocked <- 1
	}()
	go func() { close(blocked) }()
	switch r := <-result; r := r.(type) {
	case error:
		fmt.Println(r)
	}
}
