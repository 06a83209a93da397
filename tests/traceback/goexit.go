// A goroutine exits while it panics, and panics while it exits.
package main

import "runtime"

func exits() {
	defer func() {
		panic("while exiting")
	}()
	defer runtime.Goexit()
	panic("first")
}

func main() {
	done := make(chan bool)
	go func() {
		exits()
	}()
	<-done
}
