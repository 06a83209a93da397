// The program asks for more than the environment.
package main

import (
	"runtime/debug"
	"time"
)

func waits(c chan bool) { <-c }

func main() {
	c := make(chan bool)
	go waits(c)
	c <- true
	go func() { waits(c) }()
	c <- true
	go waits(c)
	time.Sleep(2 * time.Millisecond)
	debug.SetTraceback("all")
	defer panic("deferred")
	debug.SetTraceback("none")
	debug.SetTraceback("all")
}
