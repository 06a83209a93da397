// Package debug lets a program look at and tune the runtime while it runs.
package debug

import (
	"runtime"
	"time"
)

// GCStats describes the garbage collections so far.
type GCStats struct {
	LastGC         time.Time       // end of the last one
	NumGC          int64           // their number
	PauseTotal     time.Duration   // in all of them
	Pause          []time.Duration // of each, newest first
	PauseEnd       []time.Time     // end of each, newest first
	PauseQuantiles []time.Duration
}

// ReadGCStats fills stats. If PauseQuantiles is not empty it is filled with quantiles of the
// pauses, from the shortest to the longest.
func ReadGCStats(stats *GCStats) {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	n := min(int(m.NumGC), len(m.PauseNs))
	stats.NumGC = int64(m.NumGC)
	stats.PauseTotal = time.Duration(m.PauseTotalNs)
	stats.LastGC = time.Unix(0, int64(m.LastGC))
	stats.Pause = stats.Pause[:0]
	stats.PauseEnd = stats.PauseEnd[:0]
	for i := range n {
		at := (int(m.NumGC) + len(m.PauseNs) - 1 - i) % len(m.PauseNs)
		stats.Pause = append(stats.Pause, time.Duration(m.PauseNs[at]))
		stats.PauseEnd = append(stats.PauseEnd, time.Unix(0, int64(m.PauseEnd[at])))
	}
	quantiles(stats.PauseQuantiles, stats.Pause)
}

// quantiles fills q from durations, which stay as they are.
func quantiles(q, durations []time.Duration) {
	if len(q) == 0 {
		return
	}
	if len(durations) == 0 {
		clear(q)
		return
	}
	sorted := append([]time.Duration(nil), durations...)
	for i := range sorted {
		for j := i; j > 0 && sorted[j] < sorted[j-1]; j-- {
			sorted[j], sorted[j-1] = sorted[j-1], sorted[j]
		}
	}
	last := len(q) - 1
	for i := range last {
		q[i] = sorted[len(sorted)*i/last]
	}
	q[last] = sorted[len(sorted)-1]
}

// SetGCPercent sets how much the heap may grow between collections, in percent of what was live;
// a negative value turns collections off. It returns the previous setting. GOGC is the first one.
func SetGCPercent(percent int) int { return setGCPercent(percent) }

// SetMemoryLimit sets the amount of memory in bytes that the runtime tries not to exceed by
// collecting more often, and returns the previous one. A negative limit changes nothing.
// GOMEMLIMIT is the first one.
func SetMemoryLimit(limit int64) int64 { return int64(setMemoryLimit(int(limit))) }

// FreeOSMemory collects and returns as much memory to the operating system as possible.
func FreeOSMemory() { freeOSMemory() }
