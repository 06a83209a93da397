package godebug

import (
	"internal/settings"
	"unsafe"
)

// What gc's runtime does for this package, but that uses of settings are not counted.

//go:linkname tellSettings internal/godebug.setUpdate
func tellSettings(update func(string, string)) {
	settings.Follow(func(value string) { update("", value) })
}

//go:linkname dropMetric internal/godebug.registerMetric
func dropMetric(name string, read func() uint64) {}

//go:linkname dropCounter internal/godebug.setNewIncNonDefault
func dropCounter(newIncNonDefault func(string) func()) {}

//go:linkname systemWrite syscall.write
func systemWrite(fd int, p unsafe.Pointer, n int) int

//go:linkname writeAll internal/godebug.write
func writeAll(fd uintptr, p unsafe.Pointer, n int32) int32 { return int32(systemWrite(int(fd), p, int(n))) }
