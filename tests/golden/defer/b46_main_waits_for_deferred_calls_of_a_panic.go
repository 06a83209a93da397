// The end of main waits a while for the deferred calls of another goroutine's panic, and then for its crash.
package main

import "runtime"

func main() {
	running := make(chan bool)
	go func() {
		defer func() {
			running <- true
			for range 20 {
				runtime.Gosched()
			}
			println("deferred call ends")
		}()
		panic("in a goroutine")
	}()
	<-running
	println("main ends")
}
