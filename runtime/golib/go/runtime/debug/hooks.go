package debug

// setGCPercent returns the previous setting.
func setGCPercent(percent int) int

// setMemoryLimit returns the previous limit.
func setMemoryLimit(limit int) int

// freeOSMemory collects and gives free blocks back.
func freeOSMemory()
