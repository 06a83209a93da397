package os

import (
	"sync/atomic"
	"syscall"
)

// descriptor is a file descriptor that one goroutine may close while others use it. It is given back to
// the system when the last use ends: until then its number cannot come to stand for another file (gc:
// internal/poll, fdMutex).
type descriptor struct {
	fd    int
	state atomic.Int32 // how many use it, and closedBit
}

const closedBit = 1 << 30

// closed reports whether it was closed.
func (d *descriptor) closed() bool { return d.state.Load()&closedBit != 0 }

// begin begins a use; it reports whether there may be one.
func (d *descriptor) begin() bool {
	for {
		old := d.state.Load()
		if old&closedBit != 0 {
			return false
		}
		if d.state.CompareAndSwap(old, old+1) {
			return true
		}
	}
}

// end ends a use.
func (d *descriptor) end() {
	if d.state.Add(-1) == closedBit {
		syscall.Close(d.fd)
	}
}

// close ends the uses to come; of two calls, the second gets ErrClosed.
func (d *descriptor) close() error {
	if !d.begin() {
		return ErrClosed
	}
	for {
		old := d.state.Load()
		if old&closedBit != 0 {
			d.end()
			return ErrClosed
		}
		if !d.state.CompareAndSwap(old, old|closedBit) {
			continue
		}
		if d.state.Add(-1) == closedBit {
			return syscall.Close(d.fd)
		}
		return nil
	}
}
