// Goroutines that sleep wake up in the order of their times.
package main

import (
	"fmt"
	"time"
)

func main() {
	ch := make(chan int)
	for _, n := range []int{3, 1, 2} {
		go func() {
			time.Sleep(time.Duration(n) * 40 * time.Millisecond)
			ch <- n
		}()
	}
	fmt.Println(<-ch, <-ch, <-ch)
	timer := time.NewTimer(time.Hour)
	fmt.Println(timer.Stop(), timer.Stop())
	done := make(chan bool)
	time.AfterFunc(time.Millisecond, func() { close(done) })
	<-done
	fmt.Println("after")
}
