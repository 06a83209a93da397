// The end of main does not run deferred calls of other goroutines.
package main

import "fmt"

func main() {
	ready, never := make(chan bool), make(chan bool)
	go func() {
		defer fmt.Println("never printed")
		ready <- true
		<-never
	}()
	<-ready
	defer fmt.Println("main's call")
}
