package main

import (
	"fmt"
	"sync"
	"time"
)

// The channels of timers look unbuffered, and neither Stop nor Reset leaves a value behind.
func main() {
	timer := time.NewTimer(time.Millisecond)
	ticker := time.NewTicker(time.Millisecond)
	after := time.After(time.Millisecond)
	time.Sleep(20 * time.Millisecond)
	for _, c := range []<-chan time.Time{timer.C, ticker.C, after} {
		fmt.Println("fired:", len(c), cap(c), poll(c))
	}
	fmt.Println("once only:", poll(timer.C), poll(after), poll(nil))

	fmt.Println("reset:", timer.Reset(time.Millisecond))
	time.Sleep(20 * time.Millisecond)
	fmt.Println("stop after it fired:", timer.Stop(), poll(timer.C), timer.Stop())
	timer.Reset(time.Millisecond)
	time.Sleep(20 * time.Millisecond)
	fmt.Println("reset after it fired:", timer.Reset(time.Hour), poll(timer.C), timer.Reset(time.Hour), timer.Stop())

	ticker.Reset(time.Hour)
	fmt.Println("no old tick:", poll(ticker.C))
	ticker.Reset(time.Millisecond)
	<-ticker.C
	for range ticker.C {
		ticker.Stop()
		break
	}
	time.Sleep(5 * time.Millisecond)
	fmt.Println("stopped:", poll(ticker.C))

	// The value is of the time when the timer fired, though it is received later.
	start := time.Now()
	late := time.After(time.Millisecond)
	time.Sleep(100 * time.Millisecond)
	fmt.Println("early:", (<-late).Sub(start) < 90*time.Millisecond)

	// Goroutines that wait get one value each, also with select.
	var wg sync.WaitGroup
	shared := time.NewTicker(time.Millisecond)
	for i := range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			if i%2 == 0 {
				<-shared.C
				return
			}
			select {
			case <-shared.C:
			case <-time.After(time.Hour):
			}
		}()
	}
	wg.Wait()
	shared.Stop()
	fmt.Println("all served")
}

func poll(c <-chan time.Time) bool {
	select {
	case <-c:
		return true
	default:
		return false
	}
}
