// Goexit inside a deferred call: the rest runs, the goroutine ends, the panic in flight is dropped.
package main

import (
	"fmt"
	"runtime"
)

func main() {
	done := make(chan bool)
	go func() {
		defer close(done)
		defer func() { fmt.Println("recover:", recover()) }()
		defer runtime.Goexit()
		defer fmt.Println("before")
		panic("dropped")
	}()
	<-done
	fmt.Println("main goes on")
}
