package sync

// Why a goroutine waits for a semaphore; traces show it.
const (
	waitSemacquire = iota
	waitMutex
	waitRWMutexRLock
	waitRWMutexLock
	waitWaitGroup
	waitCond
)

// runtime_Semacquire waits until *s > 0 and decrements it in one atomic step. With lifo the caller
// is put in front of the other waiters. Reason is one of the constants above.
func runtime_Semacquire(s *uint32, reason int, lifo bool)

// runtime_Semrelease increments *s and wakes a waiter; with handoff it yields to it at once.
func runtime_Semrelease(s *uint32, handoff bool)

// runtime_canSpin reports whether waiting actively makes sense after i rounds of it.
func runtime_canSpin(i int) bool

// runtime_doSpin waits actively for a moment.
func runtime_doSpin()

// runtime_nanotime returns the monotonic time in nanoseconds.
func runtime_nanotime() int64

// fatal ends the program with `fatal error: s`.
func fatal(s string)
