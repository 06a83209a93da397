// select with time.After: the timeout fires when nothing comes, and loses when something does.
package main

import (
	"fmt"
	"time"
)

func wait(ch chan string, d time.Duration) string {
	select {
	case s := <-ch:
		return s
	case <-time.After(d):
		return "timeout"
	}
}

func main() {
	ch := make(chan string)
	fmt.Println(wait(ch, 10*time.Millisecond))
	go func() { ch <- "value" }()
	fmt.Println(wait(ch, time.Minute))
	go func() {
		time.Sleep(20 * time.Millisecond)
		close(ch)
	}()
	fmt.Printf("%q\n", wait(ch, time.Minute))
	start := time.Now()
	time.Sleep(15 * time.Millisecond)
	d := time.Since(start)
	fmt.Println(d >= 15*time.Millisecond, d < 10*time.Second)
}
