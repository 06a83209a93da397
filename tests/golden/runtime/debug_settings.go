//golden:counts-collections

package main

import (
	"fmt"
	"math"
	"runtime"
	"runtime/debug"
	"strings"
	"time"
)

type node struct {
	next *node
	data [1000]byte
}

var sink *node

func churn(n int) {
	for range n {
		sink = &node{}
	}
}

func collections(f func()) int {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	f()
	runtime.ReadMemStats(&after)
	return int(after.NumGC - before.NumGC)
}

// hold measures while a long list is live.
//
//go:noinline
func hold(m *runtime.MemStats) {
	var list *node
	for range 30_000 {
		list = &node{next: list}
	}
	runtime.ReadMemStats(m)
	runtime.KeepAlive(list)
}

// dirty overwrites what dead frames have left on the stack.
//
//go:noinline
func dirty(depth int) int {
	var a [64]int
	for i := range a {
		a[i] = depth
	}
	if depth > 0 {
		return dirty(depth-1) + a[depth%64]
	}
	return a[0]
}

func main() {
	fmt.Println(debug.SetGCPercent(50), debug.SetGCPercent(-1), debug.SetGCPercent(-7), debug.SetGCPercent(100))
	fmt.Println(debug.SetMemoryLimit(-1) == math.MaxInt64, debug.SetMemoryLimit(1<<40) == math.MaxInt64)
	fmt.Println(debug.SetMemoryLimit(math.MaxInt64) == 1<<40)

	debug.SetGCPercent(-1)
	fmt.Println("off:", collections(func() { churn(20_000) }))
	fmt.Println("asked for:", collections(func() { runtime.GC(); debug.FreeOSMemory() }))
	debug.SetMemoryLimit(16 << 20)
	fmt.Println("with a limit:", collections(func() { churn(100_000) }) > 2)
	debug.SetMemoryLimit(math.MaxInt64)
	debug.SetGCPercent(100)
	fmt.Println("by growth:", collections(func() { churn(100_000) }) > 5)

	var m runtime.MemStats
	hold(&m)
	fmt.Println(m.HeapAlloc > 29<<20, m.HeapObjects >= 30_000, m.NextGC > m.HeapAlloc/2)
	dirty(100)
	debug.FreeOSMemory()
	runtime.ReadMemStats(&m)
	fmt.Println(m.HeapAlloc < 8<<20, m.HeapReleased > 20<<20, m.NumForcedGC)

	var stats debug.GCStats
	stats.PauseQuantiles = make([]time.Duration, 5)
	debug.ReadGCStats(&stats)
	q := stats.PauseQuantiles
	fmt.Println(stats.NumGC == int64(m.NumGC), len(stats.Pause) == len(stats.PauseEnd), q[0] <= q[2] && q[2] <= q[4])

	trace := string(debug.Stack())
	fmt.Println(strings.HasPrefix(trace, "goroutine 1 [running]:\n"), strings.Contains(trace, "main.main()"))
}
