package sync

// A Cond is where goroutines wait for an event that others announce. It must not be copied after
// its first use.
type Cond struct {
	// L is held while the condition is looked at or changed.
	L Locker

	mu          Mutex // guards the queue
	first, last *condWaiter
	self        *Cond // the Cond itself once used, to detect copies
}

// condWaiter is a goroutine in a Cond's queue.
type condWaiter struct {
	sema uint32
	next *condWaiter
}

// NewCond returns a Cond with Locker l.
func NewCond(l Locker) *Cond { return &Cond{L: l} }

// lock locks the queue.
func (c *Cond) lock() {
	c.mu.Lock()
	if c.self == nil {
		c.self = c
	} else if c.self != c {
		panic("sync.Cond is copied")
	}
}

// Wait unlocks c.L, waits for Signal or Broadcast, and locks c.L again.
func (c *Cond) Wait() {
	w := new(condWaiter)
	c.lock()
	if c.last == nil {
		c.first = w
	} else {
		c.last.next = w
	}
	c.last = w
	c.mu.Unlock()
	c.L.Unlock()
	runtime_Semacquire(&w.sema, waitCond, false)
	c.L.Lock()
}

// Signal wakes the goroutine that has waited longest, if there is one.
func (c *Cond) Signal() {
	c.lock()
	w := c.first
	if w != nil {
		c.first = w.next
		if c.first == nil {
			c.last = nil
		}
	}
	c.mu.Unlock()
	if w != nil {
		runtime_Semrelease(&w.sema, false)
	}
}

// Broadcast wakes all waiting goroutines.
func (c *Cond) Broadcast() {
	c.lock()
	w := c.first
	c.first, c.last = nil, nil
	c.mu.Unlock()
	for w != nil {
		next := w.next // the waiter may be gone once it is awake
		runtime_Semrelease(&w.sema, false)
		w = next
	}
}
