package runtime

import (
	"internal/abi"
	"unsafe"
)

// Gosched yields the processor to other goroutines; the caller stays runnable.
func Gosched()

// Goexit runs the deferred calls of the calling goroutine and ends it.
func Goexit()

// NumGoroutine returns the number of goroutines that exist.
func NumGoroutine() int

// GC runs a garbage collection and returns when it is complete.
func GC()

// NumCPU returns the number of processors usable by the process.
func NumCPU() int

// GOMAXPROCS sets the number of processors that run Go code at once and returns the previous
// number; n < 1 changes nothing.
func GOMAXPROCS(n int) int

// defaultProcs returns what GOMAXPROCS is if nobody sets it.
func defaultProcs() int

// LockOSThread binds the goroutine to its thread: it runs there until as many calls of UnlockOSThread,
// and nothing else does.
func LockOSThread()

// UnlockOSThread undoes one call of LockOSThread.
func UnlockOSThread()

// throw ends the program with `fatal error: s` and a trace of all goroutines.
func throw(s string)

// fatal ends the program with `fatal error: s`, an error of the program and not of the runtime.
func fatal(s string)

// callers stores the return addresses of at most max frames, starting skip frames above the
// caller of the Go function that calls it, and returns their number.
//
//go:noescape
func callers(skip int, pcs *uintptr, max int) int

// pcframe describes the depth-th inlined frame, innermost first, of the call that returns to pc.
//
//go:noescape
func pcframe(pc uintptr, depth int, f *frameInfo) bool

// stack writes the trace of the caller, or of all goroutines, and returns its length.
//
//go:noescape
func stack(buf *byte, n int, all bool) int

//go:noescape
func readmemstats(m *MemStats)

// Breakpoint stops the program for a debugger.
func Breakpoint()

// offsetInObject returns how far p is from the beginning of its object in the heap; -1 if it does
// not point into the heap.
//
//go:noescape
func offsetInObject(p unsafe.Pointer) int

// setFinalizer returns false if the object has a finalizer already.
func setFinalizer(p, fn, first unsafe.Pointer, count int) bool

//go:noescape
func clearFinalizer(p unsafe.Pointer)

// addCleanup returns the number of the cleanup, from 1.
func addCleanup(p unsafe.Pointer, fn func()) int

func stopCleanup(p, id int)

// startFinalizers starts the goroutine that makes the queued calls, if there is none yet.
func startFinalizers(run func())

// nextFinalizer takes the first queued call, false if there is none.
//
//go:noescape
func nextFinalizer(c *finalizerCall) bool

// parkFinalizers waits until something is queued.
func parkFinalizers()

// itabFor returns the method table of t for the interface type inter, nil if t lacks a method.
func itabFor(inter *abi.InterfaceType, t *abi.Type) unsafe.Pointer
