package runtime

// MemStats describes the memory allocator; sizes are in bytes, times in nanoseconds.
type MemStats struct {
	Alloc         uint64 // of live heap objects, equal to HeapAlloc
	TotalAlloc    uint64 // allocated over the whole run
	Sys           uint64 // obtained from the system
	Lookups       uint64
	Mallocs       uint64
	Frees         uint64
	HeapAlloc     uint64
	HeapSys       uint64
	HeapIdle      uint64
	HeapInuse     uint64
	HeapReleased  uint64
	HeapObjects   uint64
	StackInuse    uint64
	StackSys      uint64
	MSpanInuse    uint64
	MSpanSys      uint64
	MCacheInuse   uint64
	MCacheSys     uint64
	BuckHashSys   uint64
	GCSys         uint64
	OtherSys      uint64
	NextGC        uint64 // heap size at which the next collection starts
	LastGC        uint64 // end of the last one since 1970
	PauseTotalNs  uint64
	PauseNs       [256]uint64 // circular, newest at (NumGC+255)%256
	PauseEnd      [256]uint64
	NumGC         uint32
	NumForcedGC   uint32
	GCCPUFraction float64
	EnableGC      bool
	DebugGC       bool
	BySize        [61]struct {
		Size    uint32
		Mallocs uint64
		Frees   uint64
	}
}

// ReadMemStats fills m.
func ReadMemStats(m *MemStats) { readmemstats(m) }
