// The location of a time that waits in a timer's channel is kept, whatever becomes of Local meanwhile.
package main

import (
	"fmt"
	"runtime"
	"time"
)

//go:noinline
func zone(i int) { time.Local = time.FixedZone(fmt.Sprint("zone number ", i), 3600*i) }

func main() {
	var waiting []<-chan time.Time
	for i := range 10 {
		zone(i)
		waiting = append(waiting, time.After(time.Millisecond))
		time.Sleep(5 * time.Millisecond)
	}
	time.Local = time.UTC
	for range 10 {
		runtime.GC()
		for i := range 1000 {
			_ = time.FixedZone(fmt.Sprint("another ", i), 60*i)
		}
	}
	for _, c := range waiting {
		name, offset := (<-c).Zone()
		fmt.Println(name, offset)
	}
}
