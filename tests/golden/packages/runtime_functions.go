// runtime.GC, Gosched, NumGoroutine and constants.
package main

import (
	"fmt"
	"runtime"
)

type node struct {
	next *node
	data [100]byte
}

func main() {
	var keep *node
	for i := range 20000 {
		n := &node{next: keep}
		n.data[99] = byte(i)
		if i%100 == 0 {
			keep = n
		}
	}
	runtime.GC()
	count, sum := 0, 0
	for n := keep; n != nil; n = n.next {
		count++
		sum += int(n.data[99])
	}
	fmt.Println(count, sum, runtime.NumGoroutine(), runtime.GOOS, runtime.GOARCH, runtime.NumCPU() > 0)
	done := make(chan bool)
	go func() { <-done }()
	runtime.Gosched()
	fmt.Println(runtime.NumGoroutine())
	done <- true
	runtime.GC()
	fmt.Println(keep.next != nil)
}
