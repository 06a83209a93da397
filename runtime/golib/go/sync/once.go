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

// onceCall is what the functions below keep of their only call, together in one object.
type onceCall struct {
	once  Once
	valid bool // it has returned
	p     any  // what it panicked with if not
}

// pending reports whether the call is to be done. Asking first leaves later calls without a closure to make.
func (c *onceCall) pending() bool { return atomic.Load32(&c.once.done) == 0 }

// end is deferred around the call. It panics again from there, so that the trace shows where it came from.
func (c *onceCall) end() {
	c.p = recover()
	if !c.valid {
		panic(c.p)
	}
}

// check panics if the call did.
func (c *onceCall) check() {
	if !c.valid {
		panic(c.p)
	}
}

// OnceFunc returns a function that calls f the first time only. If f panics, every call panics
// with the same value.
func OnceFunc(f func()) func() {
	var c struct {
		onceCall
		f func()
	}
	c.f = f
	return func() {
		if c.pending() {
			c.once.doSlow(func() {
				defer c.end()
				f := c.f
				c.f = nil // what f refers to is not needed any more
				f()
				c.valid = true
			})
		}
		c.check()
	}
}

// OnceValue returns a function that calls f the first time only and returns its result. If f panics,
// every call panics with the same value.
func OnceValue[T any](f func() T) func() T {
	var c struct {
		onceCall
		f      func() T
		result T
	}
	c.f = f
	return func() T {
		if c.pending() {
			c.once.doSlow(func() {
				defer c.end()
				f := c.f
				c.f = nil
				c.result = f()
				c.valid = true
			})
		}
		c.check()
		return c.result
	}
}

// OnceValues is OnceValue for a function with two results.
func OnceValues[T1, T2 any](f func() (T1, T2)) func() (T1, T2) {
	var c struct {
		onceCall
		f  func() (T1, T2)
		r1 T1
		r2 T2
	}
	c.f = f
	return func() (T1, T2) {
		if c.pending() {
			c.once.doSlow(func() {
				defer c.end()
				f := c.f
				c.f = nil
				c.r1, c.r2 = f()
				c.valid = true
			})
		}
		c.check()
		return c.r1, c.r2
	}
}
