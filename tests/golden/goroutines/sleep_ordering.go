// Goroutines that sleep wake up no sooner than asked, however they were started; timers stop, and call functions.
package main

import (
	"fmt"
	"time"
)

func main() {
	start := time.Now()
	var slept [4]chan time.Duration
	for _, n := range []int{3, 1, 2} {
		slept[n] = make(chan time.Duration)
		go func() {
			time.Sleep(time.Duration(n) * 20 * time.Millisecond)
			slept[n] <- time.Since(start)
		}()
	}
	for n := 1; n <= 3; n++ {
		fmt.Println(n, <-slept[n] >= time.Duration(n)*20*time.Millisecond)
	}
	timer := time.NewTimer(time.Hour)
	fmt.Println(timer.Stop(), timer.Stop())
	done := make(chan bool)
	time.AfterFunc(time.Millisecond, func() { close(done) })
	<-done
	fmt.Println("after")
}
