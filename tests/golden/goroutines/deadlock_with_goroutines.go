// A deadlock of several goroutines ends the program with a fatal error.
package main

import (
	"fmt"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	ch := make(chan int)
	wg.Add(2)
	go func() { defer wg.Done(); ch <- 1 }()
	go func() { defer wg.Done(); ch <- 2 }()
	fmt.Println("received one:", <-ch > 0)
	wg.Wait()
	fmt.Println("never")
}
