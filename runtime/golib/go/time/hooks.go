package time

import "unsafe"

// now stores the wall time as seconds since 1970 and nanoseconds, and the monotonic time in
// nanoseconds.
//
//go:noescape
func now(out *[3]int64)

// runtimeNano returns the monotonic time in nanoseconds.
func runtimeNano() int64

// Sleep pauses the calling goroutine for at least the duration d; not at all if d <= 0.
func Sleep(d Duration)

// timerpark makes the calling goroutine, which is the one that runs the timers, wait until the
// monotonic time is when, or until timerwake. The goroutine belongs to the system: it is not
// counted, and waiting forever it does not keep a program alive that has nothing else to do.
func timerpark(when int64)

// timerwake ends the current or next timerpark.
func timerwake()

// timerchan makes a channel of values of so many bytes for a timer. It looks unbuffered, but one value
// waits in it for a receiver.
func timerchan(size int) chan Time

// timersend sends *t on such a channel, unless a value waits there already. The collector does not see
// the location of a value that waits: something else must keep it.
//
//go:noescape
func timersend(c chan Time, t *Time)

// timerdrain takes back the value that waits and reports whether one did.
func timerdrain(c chan Time) bool

// weakHandle returns the handle of an object, which does not keep it alive.
func weakHandle(p unsafe.Pointer) unsafe.Pointer

// weakStrong returns the object of a handle, nil if it is gone.
func weakStrong(handle unsafe.Pointer) unsafe.Pointer
