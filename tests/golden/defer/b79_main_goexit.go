// Goexit in main with nothing left to run is a fatal error; the deferred calls have run.
package main

import (
	"fmt"
	"runtime"
)

func main() {
	done := make(chan bool)
	defer close(done)
	defer fmt.Println("main's deferred call")
	go func() {
		<-done
		fmt.Println("the other goroutine ends")
	}()
	runtime.Goexit()
}
