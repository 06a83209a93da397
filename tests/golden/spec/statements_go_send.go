package main

import "fmt"

type T struct{ c chan int }

func (t T) run(n int)   { t.c <- n }
func (t *T) prun(n int) { t.c <- n * 10 }

func get(s string, c chan int) chan int { fmt.Println("channel", s); return c }
func val(n int) int                     { fmt.Println("value", n); return n }

func main() {
	c := make(chan int, 8)
	get("a", c) <- val(1)
	fmt.Println(<-c)
	t := T{c}
	done := make(chan bool)
	go t.run(1)
	fmt.Println(<-c)
	go (&t).prun(2)
	fmt.Println(<-c)
	go func(x int) { c <- x }(val(3))
	fmt.Println(<-c)
	f := t.run
	go f(4)
	fmt.Println(<-c)
	go T.run(t, 5)
	fmt.Println(<-c)
	var i interface{ run(int) } = t
	go i.run(6)
	fmt.Println(<-c)
	go close(done)
	<-done
	func() {
		defer func() { fmt.Println(recover()) }()
		var nilc chan int
		close(nilc)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		d := make(chan int)
		close(d)
		d <- 1
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		var n *T
		go n.run(1)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		var n interface{ run(int) }
		go n.run(1)
	}()
	big := make(chan [100]int, 1)
	var arr [100]int
	arr[99] = 7
	big <- arr
	arr[99] = 8
	fmt.Println((<-big)[99])
	cf := make(chan func() string, 1)
	cf <- func() string { return "function over a channel" }
	fmt.Println((<-cf)())
	var so chan<- any = make(chan any, 2)
	so <- 1
	so <- nil
	fmt.Println(len(so), cap(so))
}
