package main

import (
	"fmt"
	"runtime"
	"time"
)

func main() {
	// Many timers that nobody has any more, and some that somebody has.
	var kept []<-chan time.Time
	var tickers []*time.Ticker
	for i := range 100_000 {
		c := time.After(time.Hour)
		if i%1000 == 0 {
			kept = append(kept, time.After(time.Duration(i)*time.Microsecond))
			tickers = append(tickers, time.NewTicker(time.Millisecond))
		}
		_ = c
	}
	runtime.GC()
	for range 100_000 {
		time.NewTimer(time.Hour)
	}
	fired := 0
	for _, c := range kept {
		<-c
		fired++
	}
	ticks := 0
	for _, t := range tickers {
		<-t.C
		t.Stop()
		t.Reset(time.Microsecond)
		<-t.C
		t.Stop()
		ticks++
	}
	called := make(chan bool)
	var stopped []*time.Timer
	for range 1000 {
		stopped = append(stopped, time.AfterFunc(time.Hour, func() { panic("never") }))
	}
	time.AfterFunc(time.Millisecond, func() { called <- true })
	<-called
	n := 0
	for _, t := range stopped {
		if t.Stop() {
			n++
		}
	}
	var m runtime.MemStats
	runtime.GC()
	runtime.GC()
	runtime.ReadMemStats(&m)
	fmt.Println(fired, ticks, n, m.HeapAlloc < 15<<20)
}
