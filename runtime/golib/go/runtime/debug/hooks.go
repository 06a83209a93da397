package debug

// setGCPercent returns the previous setting.
func setGCPercent(percent int) int

// setMemoryLimit returns the previous limit.
func setMemoryLimit(limit int) int

// setMaxStack returns the previous limit.
func setMaxStack(bytes int) int

// setPanicOnFault returns the previous setting of the goroutine.
func setPanicOnFault(enabled bool) bool

// setTraceback sets what a crash prints, given the len bytes of a level.
func setTraceback(level *byte, len int)

// writeHeapDump writes a dump with a version, given by its len bytes.
func writeHeapDump(fd int, version *byte, len int)

// freeOSMemory collects and gives free blocks back.
func freeOSMemory()
