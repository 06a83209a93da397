// What goroutines wait for.
package main

import (
	"sync"
	"time"
)

var (
	never   = make(chan int)
	another = make(chan int)
	mutex   sync.Mutex
	group   sync.WaitGroup
)

func receives() { <-never }
func sends()    { another <- 1 }
func selects() {
	select {
	case <-never:
	case never <- 2:
	}
}
func selectsNothing() { select {} }
func sleeps()         { time.Sleep(time.Hour) }
func locks()          { mutex.Lock() }
func waits()          { group.Wait() }
func nilChannel()     { <-(chan int)(nil) }

func starts(f func()) {
	go func() {
		f()
		println("not reached")
	}()
	time.Sleep(2 * time.Millisecond)
}

func main() {
	mutex.Lock()
	group.Add(1)
	starts(receives)
	starts(selects)
	starts(selectsNothing)
	starts(sleeps)
	starts(locks)
	starts(waits)
	starts(nilChannel)
	go sends()
	<-another
	func() {
		defer func() { panic("at the end") }()
		println("main")
	}()
}
