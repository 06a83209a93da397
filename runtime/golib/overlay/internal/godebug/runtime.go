package godebug

import (
	"strings"
	"unsafe"
)

// What gc's runtime does for this package: it tells the settings of the environment variable GODEBUG, once; changes that the
// program makes to it later are not followed, and uses of settings are not counted.

//go:linkname environment syscall.runtime_envs
func environment(out *[]string)

//go:linkname tellSettings internal/godebug.setUpdate
func tellSettings(update func(string, string)) {
	var all []string
	environment(&all)
	for _, entry := range all {
		if value, ok := strings.CutPrefix(entry, "GODEBUG="); ok {
			update("", value)
		}
	}
}

//go:linkname dropMetric internal/godebug.registerMetric
func dropMetric(name string, read func() uint64) {}

//go:linkname dropCounter internal/godebug.setNewIncNonDefault
func dropCounter(newIncNonDefault func(string) func()) {}

//go:linkname systemWrite syscall.write
func systemWrite(fd int, p unsafe.Pointer, n int) int

//go:linkname writeAll internal/godebug.write
func writeAll(fd uintptr, p unsafe.Pointer, n int32) int32 { return int32(systemWrite(int(fd), p, int(n))) }
