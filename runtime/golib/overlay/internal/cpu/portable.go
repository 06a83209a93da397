package cpu

// The packages of an installation are compiled from Go code only, so no feature is looked for.

// CacheLinePadSize is the size of a cache line.
const CacheLinePadSize = 64

func doinit() {}
