package sync

import "internal/atomic"

// A Once does something one time only. It must not be copied after its first use.
type Once struct {
	done uint32
	m    Mutex
}

// Do calls f if this is the first call of Do for o, else it waits until that call has returned.
// A panic in f counts as a return.
func (o *Once) Do(f func()) {
	if atomic.Load32(&o.done) == 0 {
		o.doSlow(f)
	}
}

func (o *Once) doSlow(f func()) {
	o.m.Lock()
	defer o.m.Unlock()
	if o.done == 0 {
		defer atomic.Store32(&o.done, 1)
		f()
	}
}

// OnceFunc returns a function that calls f the first time only. If f panics, every call panics
// with the same value.
func OnceFunc(f func()) func() {
	var (
		once  Once
		valid bool
		p     any
	)
	first := func() {
		defer func() {
			p = recover()
			if !valid {
				panic(p) // again from here, so that the trace shows where it came from
			}
		}()
		f()
		f = nil
		valid = true
	}
	return func() {
		once.Do(first)
		if !valid {
			panic(p)
		}
	}
}

// OnceValue returns a function that calls f the first time only and returns its result. If f panics,
// every call panics with the same value.
func OnceValue[T any](f func() T) func() T {
	var result T
	call := OnceFunc(func() { result = f() })
	return func() T {
		call()
		return result
	}
}

// OnceValues is OnceValue for a function with two results.
func OnceValues[T1, T2 any](f func() (T1, T2)) func() (T1, T2) {
	var r1 T1
	var r2 T2
	call := OnceFunc(func() { r1, r2 = f() })
	return func() (T1, T2) {
		call()
		return r1, r2
	}
}
