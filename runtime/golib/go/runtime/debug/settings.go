package debug

import (
	"os"
	"runtime"
	"unsafe"
)

// The settings, with gc's defaults.
var (
	maxThreads = 10000
)

func exchange[T any](setting *T, value T) (old T) {
	old, *setting = *setting, value
	return old
}

// SetMaxStack sets the largest size of a stack and returns the previous one.
func SetMaxStack(bytes int) int { return setMaxStack(bytes) }

// SetMaxThreads sets the largest number of threads and returns the previous one.
func SetMaxThreads(threads int) int { return exchange(&maxThreads, threads) }

// SetPanicOnFault sets whether a fault at an address that is not nil is a panic of the current
// goroutine, and returns the previous setting.
func SetPanicOnFault(enabled bool) bool { return setPanicOnFault(enabled) }

// SetTraceback sets how much a crash prints, like the variable GOTRACEBACK, but not less than that asks for.
func SetTraceback(level string) { setTraceback(unsafe.StringData(level), len(level)) }

// WriteHeapDump writes what is in memory to a file: objects, goroutines, variables, finalizers, in the
// format of https://go.dev/s/go15heapdump. The program stands still meanwhile.
func WriteHeapDump(fd uintptr) {
	version := runtime.Version()
	writeHeapDump(int(fd), unsafe.StringData(version), len(version))
}

// CrashOptions are for SetCrashOutput; there are none so far.
type CrashOptions struct{}

// crashOutput is a duplicate of the file that SetCrashOutput was given.
var crashOutput *os.File

// SetCrashOutput sets a file that crashes are reported to besides standard error.
func SetCrashOutput(f *os.File, opts CrashOptions) error {
	if f == nil {
		crashOutput = nil
		return nil
	}
	if _, err := f.Stat(); err != nil {
		return err
	}
	crashOutput = f
	return nil
}
