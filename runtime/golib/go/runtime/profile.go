package runtime

import (
	"internal/abi"
	"unsafe"
)

// Profiles are not taken: the functions here report empty ones, as a program sees them under gc that
// has not switched its profiles on.

// MemProfileRate is the number of bytes between two samples of a memory profile.
var MemProfileRate int = 512 * 1024

// A StackRecord is a stack.
type StackRecord struct {
	Stack0 [32]uintptr // up to the first zero
}

// Stack returns the addresses of the record.
func (r *StackRecord) Stack() []uintptr { return upToZero(r.Stack0[:]) }

func upToZero(pcs []uintptr) []uintptr {
	for i, pc := range pcs {
		if pc == 0 {
			return pcs[:i]
		}
	}
	return pcs
}

// A MemProfileRecord has the memory that was allocated with a certain stack.
type MemProfileRecord struct {
	AllocBytes, FreeBytes     int64
	AllocObjects, FreeObjects int64
	Stack0                    [32]uintptr // up to the first zero
}

// InUseBytes returns the bytes in use.
func (r *MemProfileRecord) InUseBytes() int64 { return r.AllocBytes - r.FreeBytes }

// InUseObjects returns the objects in use.
func (r *MemProfileRecord) InUseObjects() int64 { return r.AllocObjects - r.FreeObjects }

// Stack returns the addresses of the record.
func (r *MemProfileRecord) Stack() []uintptr { return upToZero(r.Stack0[:]) }

// A BlockProfileRecord has the waits that began with a certain stack.
type BlockProfileRecord struct {
	Count  int64
	Cycles int64
	StackRecord
}

// MemProfile returns the records of a memory profile.
func MemProfile(p []MemProfileRecord, inuseZero bool) (n int, ok bool) { return 0, true }

// BlockProfile returns the records of a profile of waits.
func BlockProfile(p []BlockProfileRecord) (n int, ok bool) { return 0, true }

// MutexProfile returns the records of a profile of waits for mutexes.
func MutexProfile(p []BlockProfileRecord) (n int, ok bool) { return 0, true }

// ThreadCreateProfile returns the stacks that started threads.
func ThreadCreateProfile(p []StackRecord) (n int, ok bool) { return 0, true }

// GoroutineProfile returns the stacks of the goroutines: the caller's, and empty ones for the others.
// ok is false if p is too short for all.
func GoroutineProfile(p []StackRecord) (n int, ok bool) {
	n = NumGoroutine()
	if n > len(p) {
		return n, false
	}
	clear(p[:n])
	Callers(1, p[0].Stack0[:])
	return n, true
}

var mutexProfileFraction int

// SetMutexProfileFraction sets which part of the waits for mutexes is recorded and returns the
// previous one; a negative rate changes nothing.
func SetMutexProfileFraction(rate int) int {
	old := mutexProfileFraction
	if rate >= 0 {
		mutexProfileFraction = rate
	}
	return old
}

// SetBlockProfileRate sets which part of the waits is recorded.
func SetBlockProfileRate(rate int) {}

// SetCPUProfileRate sets how often a processor profile takes a sample.
func SetCPUProfileRate(hz int) {}

// CPUProfile panics.
//
// Deprecated: package runtime/pprof has taken its place.
func CPUProfile() []byte { panic("CPUProfile no longer available") }

// NumCgoCall returns the number of calls of C functions.
func NumCgoCall() int64 { return 0 }

// SetCgoTraceback is for programs with C functions.
func SetCgoTraceback(version int, traceback, context, symbolizer unsafe.Pointer) {
	if version != 0 {
		panic("unsupported version")
	}
}

type traceError struct{}

func (traceError) Error() string { return "tracing is not supported" }

// StartTrace starts a trace of the scheduler. There are none: it returns an error.
func StartTrace() error { return traceError{} }

// StopTrace ends a trace.
func StopTrace() {}

// ReadTrace returns the next part of a trace, nil at its end.
func ReadTrace() []byte { return nil }

// GOROOT returns the root of the Go installation: nothing, for a program needs none.
//
// Deprecated: a program may run on another machine than the one that it was built on.
func GOROOT() string { return "" }

// SetDefaultGOMAXPROCS sets the number of processors that run Go code at once to the default.
func SetDefaultGOMAXPROCS() { GOMAXPROCS(defaultProcs()) }

// A Pinner keeps objects where they are. Objects do not move here; it keeps them reachable.
type Pinner struct {
	pinned []any
}

// Pin keeps what pointer points to until Unpin.
func (p *Pinner) Pin(pointer any) {
	switch t := (*abi.EmptyInterface)(unsafe.Pointer(&pointer)).Type; {
	case t == nil:
		panic(errorString("runtime.Pinner: argument is nil"))
	case t.Kind_ != abi.Pointer && t.Kind_ != abi.UnsafePointer:
		panic(errorString("runtime.Pinner: argument is not a pointer: " + t.String()))
	}
	p.pinned = append(p.pinned, pointer)
}

// Unpin releases what was pinned.
func (p *Pinner) Unpin() { p.pinned = nil }
