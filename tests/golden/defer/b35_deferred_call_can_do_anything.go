// A deferred call can defer, loop, recurse, block, start goroutines and panic.
package main

import "fmt"

func fib(n int) int {
	if n < 2 {
		return n
	}
	return fib(n-1) + fib(n-2)
}

func main() {
	defer func() { fmt.Println("last", recover()) }()
	defer func() {
		defer fmt.Println("deferred in deferred")
		for i := range 3 {
			defer fmt.Println("in a loop", i)
		}
		fmt.Println("fib", fib(15))
		ch := make(chan string)
		go func() { ch <- "from a goroutine" }()
		fmt.Println(<-ch)
		panic("at the end")
	}()
}
