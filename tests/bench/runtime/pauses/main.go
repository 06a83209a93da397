// Pauses of the collector for a live heap of some size: `prog megabytes collections`.
package main

import (
	"fmt"
	"os"
	"runtime"
	"slices"
	"strconv"
	"time"
)

// 64 bytes; the links go anywhere in the heap.
type node struct {
	links [4]*node
	data  [4]uint64
}

var keep *node

func main() {
	megabytes, _ := strconv.Atoi(os.Args[1])
	collections, _ := strconv.Atoi(os.Args[2])
	live := make([]*node, megabytes<<20/(64+8))
	seed := uint64(1)
	random := func() uint64 {
		seed = seed*6364136223846793005 + 1442695040888963407
		return seed >> 33
	}
	for i := range live {
		live[i] = &node{}
	}
	for i := range live {
		for j := range live[i].links {
			live[i].links[j] = live[random()%uint64(len(live))]
		}
	}
	var before, now runtime.MemStats
	runtime.ReadMemStats(&before)
	var longest time.Duration
	last := time.Now()
	var pauses []time.Duration
	for now = before; int(now.NumGC-before.NumGC) < collections; {
		for range 10_000 {
			keep = &node{}
			keep.links[0] = live[random()%uint64(len(live))]
			if at := time.Now(); true {
				longest, last = max(longest, at.Sub(last)), at
			}
		}
		seen := now.NumGC
		runtime.ReadMemStats(&now)
		for n := seen; n < now.NumGC; n++ {
			pauses = append(pauses, time.Duration(now.PauseNs[n%256]))
		}
		last = time.Now()
	}
	slices.Sort(pauses)
	at := func(part float64) float64 {
		return float64(pauses[int(part*float64(len(pauses)-1))].Microseconds()) / 1000
	}
	fmt.Printf("p50\t%.3f\np99\t%.3f\nmax\t%.3f\ngap\t%.3f\n", at(0.5), at(0.99), at(1), float64(longest.Microseconds())/1000)
	runtime.KeepAlive(live)
}
