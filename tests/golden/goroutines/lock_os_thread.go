// A goroutine that is bound to its thread stays there, and nothing else runs there.
package main

import (
	"fmt"
	"os"
	"runtime"
	"sync"
	"syscall"
	"time"
)

func bound(rounds int, in <-chan int, out chan<- int, threads chan<- int) {
	runtime.LockOSThread()
	runtime.LockOSThread()
	runtime.UnlockOSThread()
	defer runtime.UnlockOSThread()
	thread := syscall.Gettid()
	for i := range rounds {
		n := <-in
		if i%10 == 0 {
			time.Sleep(10 * time.Microsecond)
			runtime.Gosched()
			os.Getwd()
		}
		if i == rounds/2 {
			runtime.GC()
		}
		if syscall.Gettid() != thread {
			fmt.Println("not on its thread")
		}
		out <- n + 1
	}
	threads <- thread
}

func main() {
	for _, procs := range []int{1, 4} {
		runtime.GOMAXPROCS(procs)
		a, b, c := make(chan int), make(chan int), make(chan int, 1)
		threads := make(chan int, 2)
		go bound(200, a, b, threads)
		go bound(200, b, c, threads)
		stop := make(chan bool)
		var others sync.WaitGroup
		seen := make(chan int, 4)
		for range 4 {
			others.Add(1)
			go func() {
				defer others.Done()
				for {
					select {
					case <-stop:
						seen <- syscall.Gettid()
						return
					default:
						runtime.Gosched()
					}
				}
			}()
		}
		sum := 0
		for i := range 200 {
			a <- i
			sum += <-c
		}
		x, y := <-threads, <-threads
		fmt.Println(sum, x != y)
		close(stop)
		others.Wait()
	}
}
