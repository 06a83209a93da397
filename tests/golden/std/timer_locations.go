// A time that waits in a timer's channel has a location that was Local when it was sent, or is when it is received (gc's
// timers send then); it is kept, whatever becomes of Local meanwhile.
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
	for i, c := range waiting {
		name, offset := (<-c).Zone()
		if name == "UTC" && offset == 0 || name == fmt.Sprint("zone number ", i) && offset == 3600*i {
			fmt.Println("fine")
		} else {
			fmt.Println(name, offset)
		}
	}
}
