package sync

import (
	_ "unsafe" // for linkname
)

// The functions of the runtime that package sync uses, and randomness that need not be good.

//go:linkname runtime_canSpin sync.runtime_canSpin
//go:linkname runtime_doSpin sync.runtime_doSpin
//go:linkname runtime_nanotime sync.runtime_nanotime
//go:linkname throw runtime.throw
//go:linkname fatal sync.fatal

//go:linkname acquire sync.runtime_Semacquire
func acquire(s *uint32, reason int, lifo bool)

//go:linkname release sync.runtime_Semrelease
func release(s *uint32, handoff bool)

// reasonMutex is the runtime's number for a goroutine that waits for a Mutex.
const reasonMutex = 1

//go:linkname acquireMutex internal/sync.runtime_SemacquireMutex
func acquireMutex(s *uint32, lifo bool, skip int) { acquire(s, reasonMutex, lifo) }

//go:linkname releaseMutex internal/sync.runtime_Semrelease
func releaseMutex(s *uint32, handoff bool, skip int) { release(s, handoff) }

//go:linkname randomSeed internal/sync.runtime_rand
func randomSeed() uint64 { return uint64(runtime_nanotime()) * 0x9e3779b97f4a7c15 }
