// The builtins clear, close, copy, delete, panic, print, println and recover can be deferred.
package main

import "fmt"

func f(m map[string]int, s, dst []int, ch chan int) {
	defer func() { fmt.Println("panic value", recover()) }()
	defer panic("deferred panic")
	defer recover()
	defer println("deferred println", len(s))
	defer print("deferred print\n")
	defer delete(m, "a")
	defer copy(dst, s)
	defer clear(s)
	defer close(ch)
}

func main() {
	m := map[string]int{"a": 1, "b": 2}
	s, dst := []int{1, 2, 3}, make([]int, 3)
	ch := make(chan int, 1)
	ch <- 5
	f(m, s, dst, ch)
	v, ok := <-ch
	fmt.Println(m, s, dst, v, ok)
	v, ok = <-ch
	fmt.Println(v, ok)
}
