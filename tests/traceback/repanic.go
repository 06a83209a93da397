// A deferred function recovers and panics anew while another goroutine waits.
package main

import "time"

type T struct{ n int }

func (t *T) method(s string) { inner(s) }

//go:noinline
func inner(s string) {
	defer func() {
		recover()
		panic("second " + s)
	}()
	panic("first")
}

func waits(ready, c chan bool) {
	ready <- true
	<-c
}

func main() {
	ready, c := make(chan bool), make(chan bool)
	go waits(ready, c)
	<-ready
	time.Sleep(10 * time.Millisecond)
	(&T{1}).method("x")
}
