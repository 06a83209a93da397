// Buffered channels keep order, length and capacity; values stay after close.
package main

import "fmt"

type Msg struct {
	id   int
	body [10]string
}

func main() {
	ch := make(chan Msg, 3)
	for i := range 3 {
		m := Msg{id: i}
		m.body[9] = fmt.Sprint("body", i)
		ch <- m
	}
	fmt.Println(len(ch), cap(ch))
	m := <-ch
	ch <- Msg{id: 3}
	close(ch)
	fmt.Println(m.id, m.body[9], len(ch))
	for m := range ch {
		fmt.Print(m.id, m.body[9], " ")
	}
	m, ok := <-ch
	fmt.Println(m.id, m.body[9] == "", ok)
	done := make(chan bool, 1)
	full := make(chan int, 2)
	go func() {
		for i := range 10 {
			full <- i
		}
		close(full)
		done <- true
	}()
	sum := 0
	for v := range full {
		sum = sum*10%1000007 + v
	}
	fmt.Println(<-done, sum)
	chch := make(chan chan int, 1)
	in := make(chan int, 1)
	chch <- in
	in <- 42
	fmt.Println(<-<-chch)
}
