// Unbuffered channels hand values over one at a time, both ways, with direction types.
package main

import "fmt"

func produce(out chan<- int, n int) {
	for i := range n {
		out <- i * i
	}
	close(out)
}

func double(in <-chan int, out chan<- int) {
	defer close(out)
	for v := range in {
		out <- v * 2
	}
}

func main() {
	a, b := make(chan int), make(chan int)
	go produce(a, 6)
	go double(a, b)
	for v := range b {
		fmt.Print(v, " ")
	}
	v, ok := <-b
	fmt.Println(v, ok)
	ping, pong := make(chan string), make(chan string)
	go func() {
		for s := range ping {
			pong <- s + "!"
		}
		close(pong)
	}()
	for _, s := range []string{"a", "b"} {
		ping <- s
		fmt.Print(<-pong, " ")
	}
	close(ping)
	_, ok = <-pong
	fmt.Println(ok, len(ping), cap(ping))
}
