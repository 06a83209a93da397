// The operands of a go statement are evaluated in the starting goroutine, at once.
package main

import "fmt"

type T struct{ n int }

func (t T) send(ch chan<- int, k int)     { ch <- t.n + k }
func (t *T) sendPtr(ch chan<- int, k int) { ch <- t.n + k }

func arg(n int) int { fmt.Print("arg", n, " "); return n }

func main() {
	ch := make(chan int, 1)
	t := T{10}
	x := 1
	go t.send(ch, arg(x))
	t.n, x = 20, 2
	fmt.Println(<-ch)
	go t.sendPtr(ch, arg(x))
	fmt.Println(<-ch)
	f := func(a, b int) { ch <- a*b + x }
	go f(arg(3), arg(4))
	fmt.Println(<-ch)
	var i interface{ send(chan<- int, int) } = t
	go i.send(ch, 5)
	fmt.Println(<-ch)
	go func(vs ...int) { ch <- len(vs) }(1, 2, 3)
	fmt.Println(<-ch)
	go close(ch)
	_, ok := <-ch
	fmt.Println(ok)
}
