// Goexit ends a goroutine after its deferred calls; others are not touched.
package main

import (
	"fmt"
	"runtime"
	"sync"
)

func quit(n int) {
	defer fmt.Println("quit deferred", n)
	if n == 0 {
		runtime.Goexit()
	}
	quit(n - 1)
	fmt.Println("never")
}

func main() {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		defer fmt.Println("goroutine deferred")
		quit(2)
		fmt.Println("never")
	}()
	wg.Wait()
	fmt.Println("main")
}
