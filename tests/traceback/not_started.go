// Goroutines that have not called their functions yet are shown with these.
package main

import "runtime"

func work(c chan int) { <-c }

type worker struct{ c chan int }

func (w *worker) run(n int) { <-w.c }

func main() {
	runtime.GOMAXPROCS(1)
	c := make(chan int)
	go work(c)
	go func() {
		<-c
	}()
	w := &worker{c}
	go w.run(3)
	panic("nobody has run")
}
