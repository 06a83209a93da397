package sync

import "internal/atomic"

// An RWMutex is held by any number of readers or by one writer. The zero RWMutex is unlocked. It
// must not be copied after its first use. A waiting writer keeps new readers out.
type RWMutex struct {
	w           Mutex  // held by the writer that waits or writes
	writerSem   uint32 // the writer waits here for the readers
	readerSem   uint32 // readers wait here for the writer
	readerCount uint32 // readers, minus rwWriter if there is a writer
	readerWait  uint32 // readers that the writer still waits for
}

// rwWriter is more than there can be readers.
const rwWriter = 1 << 30

func negative(n uint32) bool { return int32(n) < 0 }

// RLock locks rw for reading.
func (rw *RWMutex) RLock() {
	if negative(atomic.Add32(&rw.readerCount, 1)) {
		runtime_Semacquire(&rw.readerSem, waitRWMutexRLock, false)
	}
}

// TryRLock locks rw for reading if that is possible at once, and reports whether it did.
func (rw *RWMutex) TryRLock() bool {
	for {
		n := atomic.Load32(&rw.readerCount)
		if negative(n) {
			return false
		}
		if atomic.Cas32(&rw.readerCount, n, n+1) {
			return true
		}
	}
}

// RUnlock undoes one RLock. It is a fatal error if rw is not locked for reading.
func (rw *RWMutex) RUnlock() {
	n := atomic.Add32(&rw.readerCount, ^uint32(0))
	if !negative(n) {
		return
	}
	if n+1 == 0 || n+1 == uint32(1<<32-rwWriter) {
		fatal("sync: RUnlock of unlocked RWMutex")
	}
	if atomic.Add32(&rw.readerWait, ^uint32(0)) == 0 {
		runtime_Semrelease(&rw.writerSem, false)
	}
}

// Lock locks rw for writing.
func (rw *RWMutex) Lock() {
	rw.w.Lock()
	readers := atomic.Add32(&rw.readerCount, uint32(1<<32-rwWriter)) + rwWriter
	if readers != 0 && atomic.Add32(&rw.readerWait, readers) != 0 {
		runtime_Semacquire(&rw.writerSem, waitRWMutexLock, false)
	}
}

// TryLock locks rw for writing if that is possible at once, and reports whether it did.
func (rw *RWMutex) TryLock() bool {
	if !rw.w.TryLock() {
		return false
	}
	if !atomic.Cas32(&rw.readerCount, 0, uint32(1<<32-rwWriter)) {
		rw.w.Unlock()
		return false
	}
	return true
}

// Unlock unlocks rw for writing. It is a fatal error if rw is not locked for writing.
func (rw *RWMutex) Unlock() {
	n := atomic.Add32(&rw.readerCount, rwWriter)
	if n >= rwWriter {
		fatal("sync: Unlock of unlocked RWMutex")
	}
	for range int(n) {
		runtime_Semrelease(&rw.readerSem, false)
	}
	rw.w.Unlock()
}

// RLocker returns a Locker whose methods are RLock and RUnlock.
func (rw *RWMutex) RLocker() Locker { return (*rlocker)(rw) }

type rlocker RWMutex

func (r *rlocker) Lock()   { (*RWMutex)(r).RLock() }
func (r *rlocker) Unlock() { (*RWMutex)(r).RUnlock() }
