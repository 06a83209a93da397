// What was broken in GopherJS: blocking calls in deferred functions while panicking (381, 603, 780, 1030, 1083), and
// `defer recover()`, which does not recover (1127).
package main

import (
	"runtime"
	"sync"
)

func blocks(c chan int) {
	defer func() {
		println("received", <-c)
		println("recovered", recover().(string))
	}()
	defer func() { c <- 1 }()
	panic("blocks")
}

func yields() (r int) {
	defer func() {
		for range 10 {
			runtime.Gosched()
		}
		r = recover().(int)
	}()
	panic(7)
}

func exits(group *sync.WaitGroup) {
	defer group.Done()
	defer func() {
		defer runtime.Gosched()
		println("exits", recover() == nil)
	}()
	runtime.Goexit()
}

func direct() {
	defer func() { println("still panicking:", recover().(string)) }()
	defer recover()
	panic("direct")
}

func main() {
	c := make(chan int, 1)
	blocks(c)
	println(yields())
	var group sync.WaitGroup
	group.Add(1)
	go exits(&group)
	group.Wait()
	direct()
}
