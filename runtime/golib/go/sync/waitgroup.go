package sync

import "internal/atomic"

// A WaitGroup waits for goroutines to finish: Add counts them, Done counts them off, Wait waits
// for the count to be zero. It must not be copied after its first use.
type WaitGroup struct {
	state uint64 // count in the upper half, number of waiters in the lower
	sema  uint32
}

// Add adds delta to the count and releases the waiters if the count becomes zero. It panics if the
// count becomes negative.
func (wg *WaitGroup) Add(delta int) {
	state := atomic.Add64(&wg.state, uint64(delta)<<32)
	count, waiters := int32(state>>32), uint32(state)
	if count < 0 {
		panic("sync: negative WaitGroup counter")
	}
	if waiters != 0 && delta > 0 && count == int32(delta) {
		panic("sync: WaitGroup misuse: Add called concurrently with Wait")
	}
	if count > 0 || waiters == 0 {
		return
	}
	// Nobody may change the state now: Add must not run concurrently with Wait, and Wait does
	// not add a waiter when it sees a count of zero.
	if atomic.Load64(&wg.state) != state {
		panic("sync: WaitGroup misuse: Add called concurrently with Wait")
	}
	atomic.Store64(&wg.state, 0)
	for range int(waiters) {
		runtime_Semrelease(&wg.sema, false)
	}
}

// Done decrements the count.
func (wg *WaitGroup) Done() { wg.Add(-1) }

// Wait waits until the count is zero.
func (wg *WaitGroup) Wait() {
	for {
		state := atomic.Load64(&wg.state)
		if int32(state>>32) == 0 {
			return
		}
		if !atomic.Cas64(&wg.state, state, state+1) {
			continue
		}
		runtime_Semacquire(&wg.sema, waitWaitGroup, false)
		if atomic.Load64(&wg.state) != 0 {
			panic("sync: WaitGroup is reused before previous Wait has returned")
		}
		return
	}
}

// Go calls f in a new goroutine that is counted until f returns. A panic of f ends the program, so
// it must not release anything that waits before: it is not counted off.
func (wg *WaitGroup) Go(f func()) {
	wg.Add(1)
	go func() {
		defer func() {
			if p := recover(); p != nil {
				panic(p)
			}
			wg.Done()
		}()
		f()
	}()
}
