// Goexit in main with nothing left to run is a fatal error; the deferred calls have run.
package main

import (
	"fmt"
	"runtime"
)

func main() {
	defer fmt.Println("main's deferred call")
	done := make(chan bool)
	go func() {
		<-done
		fmt.Println("the other goroutine ends")
	}()
	defer close(done)
	runtime.Goexit()
}
