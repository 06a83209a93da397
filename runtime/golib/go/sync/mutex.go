// Package sync has locks and other means for goroutines to wait for each other.
package sync

import "internal/atomic"

// A Locker can be locked and unlocked.
type Locker interface {
	Lock()
	Unlock()
}

// A Mutex is a mutual exclusion lock. The zero Mutex is unlocked. It must not be copied after its
// first use.
//
// The state word holds two flags and the number of waiting goroutines. Unlock wakes one waiter,
// which competes with newcomers: they are on a processor already, so handing the lock to them is
// cheaper. A waiter that lost for more than starveAfter makes the lock fair: it sets the starving
// flag, and then Unlock hands the lock to the first waiter directly and newcomers queue up.
type Mutex struct {
	state uint32
	sema  uint32
}

const (
	mutexLocked   = 1 << iota
	mutexWoken    // a waiter is awake and competes: Unlock need not wake another
	mutexStarving // Unlock hands the lock over
	mutexWaiter   // unit of the number of waiters

	starveAfter = 1000000 // nanoseconds
)

// Lock locks m and waits until it can.
func (m *Mutex) Lock() {
	if !atomic.Cas32(&m.state, 0, mutexLocked) {
		m.lockSlow()
	}
}

// TryLock locks m if that is possible at once, and reports whether it did.
func (m *Mutex) TryLock() bool {
	old := atomic.Load32(&m.state)
	return old&(mutexLocked|mutexStarving) == 0 && atomic.Cas32(&m.state, old, old|mutexLocked)
}

// Unlock unlocks m; any goroutine may do so. Unlocking an unlocked Mutex is a fatal error.
func (m *Mutex) Unlock() {
	if state := atomic.Add32(&m.state, ^uint32(mutexLocked-1)); state != 0 {
		m.unlockSlow(state)
	}
}

func (m *Mutex) lockSlow() {
	var (
		waitingSince int64
		starving     bool // this goroutine waits too long
		woken        bool // this goroutine owns the woken flag
		spins        int
	)
	old := atomic.Load32(&m.state)
	for {
		if old&(mutexLocked|mutexStarving) == mutexLocked && runtime_canSpin(spins) {
			// The owner is likely to unlock soon. With the woken flag set it will not wake a waiter.
			if !woken && old&mutexWoken == 0 && old >= mutexWaiter {
				woken = atomic.Cas32(&m.state, old, old|mutexWoken)
			}
			runtime_doSpin()
			spins++
			old = atomic.Load32(&m.state)
			continue
		}
		want := old
		if old&mutexStarving == 0 {
			want |= mutexLocked
		}
		if old&(mutexLocked|mutexStarving) != 0 {
			want += mutexWaiter
		}
		if starving && old&mutexLocked != 0 {
			want |= mutexStarving
		}
		if woken {
			want &^= mutexWoken
		}
		if !atomic.Cas32(&m.state, old, want) {
			old = atomic.Load32(&m.state)
			continue
		}
		if old&(mutexLocked|mutexStarving) == 0 {
			return // the lock was free
		}
		again := waitingSince != 0
		if !again {
			waitingSince = runtime_nanotime()
		}
		runtime_Semacquire(&m.sema, waitMutex, again)
		starving = starving || runtime_nanotime()-waitingSince > starveAfter
		old = atomic.Load32(&m.state)
		if old&mutexStarving != 0 {
			m.takeOver(old, starving)
			return
		}
		woken, spins = true, 0
	}
}

// takeOver makes this goroutine, to which Unlock handed the starving lock over, the owner.
func (m *Mutex) takeOver(old uint32, starving bool) {
	delta := ^uint32(mutexWaiter-1) + mutexLocked
	if !starving || old/mutexWaiter == 1 {
		delta += ^uint32(mutexStarving - 1) // the last waiter ends the fair mode
	}
	atomic.Add32(&m.state, delta)
}

func (m *Mutex) unlockSlow(state uint32) {
	if (state+mutexLocked)&mutexLocked == 0 {
		fatal("sync: unlock of unlocked mutex")
	}
	if state&mutexStarving != 0 {
		runtime_Semrelease(&m.sema, true)
		return
	}
	for {
		// Nothing to do if nobody waits, or if somebody is awake already.
		if state < mutexWaiter || state&(mutexLocked|mutexWoken|mutexStarving) != 0 {
			return
		}
		if atomic.Cas32(&m.state, state, (state-mutexWaiter)|mutexWoken) {
			runtime_Semrelease(&m.sema, false)
			return
		}
		state = atomic.Load32(&m.state)
	}
}
