// Package context carries deadlines, cancellation and values through calls.
package context

import (
	"errors"
	"internal/rtype"
	"sync"
	"time"
)

// A Context is passed to functions that work for one request. Its methods can be called by several
// goroutines.
type Context interface {
	// Deadline returns when the work should be cancelled; ok is false without a deadline.
	Deadline() (deadline time.Time, ok bool)
	// Done returns a channel that is closed when the work should be cancelled; nil if that never
	// happens.
	Done() <-chan struct{}
	// Err returns nil until Done is closed, then why: Canceled or DeadlineExceeded.
	Err() error
	// Value returns the value for key, nil if there is none.
	Value(key any) any
}

// Canceled is the Err of a context that was cancelled.
var Canceled = errors.New("context canceled")

// DeadlineExceeded is the Err of a context whose deadline has passed.
var DeadlineExceeded error = deadlineExceededError{}

type deadlineExceededError struct{}

func (deadlineExceededError) Error() string   { return "context deadline exceeded" }
func (deadlineExceededError) Timeout() bool   { return true }
func (deadlineExceededError) Temporary() bool { return true }

// A CancelFunc cancels a context. Calls after the first do nothing.
type CancelFunc func()

// A CancelCauseFunc is a CancelFunc that tells why, for Cause; nil stands for Canceled.
type CancelCauseFunc func(cause error)

// emptyCtx is never cancelled and has no values.
type emptyCtx struct{}

func (emptyCtx) Deadline() (deadline time.Time, ok bool) { return }
func (emptyCtx) Done() <-chan struct{}                   { return nil }
func (emptyCtx) Err() error                              { return nil }
func (emptyCtx) Value(key any) any                       { return nil }

type backgroundCtx struct{ emptyCtx }

func (backgroundCtx) String() string { return "context.Background" }

type todoCtx struct{ emptyCtx }

func (todoCtx) String() string { return "context.TODO" }

// Background returns the context that others are derived from.
func Background() Context { return backgroundCtx{} }

// TODO returns a Background for code that does not know yet which context to use.
func TODO() Context { return todoCtx{} }

// ownKey is the key under which a cancelCtx returns itself.
var ownKey int

// A child is told when its parent is cancelled.
type child interface {
	cancel(removeFromParent bool, err, cause error)
}

// cancelCtx is a context that can be cancelled, and with it its children.
type cancelCtx struct {
	Context

	mu       sync.Mutex
	done     chan struct{} // made when it is asked for
	children map[child]struct{}
	err      error // set when it is cancelled
	cause    error
	parent   *cancelCtx // that has it as a child
	self     child      // what the parent knows it as
	detach   func() bool
}

func (c *cancelCtx) Value(key any) any {
	if key == &ownKey {
		return c
	}
	return value(c.Context, key)
}

func (c *cancelCtx) Done() <-chan struct{} {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.done == nil {
		c.done = make(chan struct{})
	}
	return c.done
}

func (c *cancelCtx) Err() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.err
}

// attach makes self, which has c in it, a child of the nearest context above that can be cancelled.
func (c *cancelCtx) attach(parent Context, self child) {
	c.Context, c.self = parent, self
	done := parent.Done()
	if done == nil {
		return
	}
	select {
	case <-done:
		self.cancel(false, parent.Err(), Cause(parent))
		return
	default:
	}
	if p, ok := parent.Value(&ownKey).(*cancelCtx); ok && p.Done() == done {
		p.mu.Lock()
		err, cause := p.err, p.cause
		if err == nil {
			if p.children == nil {
				p.children = make(map[child]struct{})
			}
			p.children[self] = struct{}{}
			c.parent = p
		}
		p.mu.Unlock()
		if err != nil {
			self.cancel(false, err, cause)
		}
		return
	}
	// A context of another package may tell by a function, ...
	if a, ok := parent.(interface{ AfterFunc(func()) func() bool }); ok {
		c.mu.Lock()
		c.detach = a.AfterFunc(func() { self.cancel(false, parent.Err(), Cause(parent)) })
		c.mu.Unlock()
		return
	}
	// ... else a goroutine waits for it.
	own := c.Done()
	go func() {
		select {
		case <-done:
			self.cancel(false, parent.Err(), Cause(parent))
		case <-own:
		}
	}()
}

func (c *cancelCtx) cancel(removeFromParent bool, err, cause error) {
	if cause == nil {
		cause = err
	}
	c.mu.Lock()
	if c.err != nil {
		c.mu.Unlock()
		return
	}
	c.err, c.cause = err, cause
	if c.done == nil {
		c.done = make(chan struct{})
	}
	close(c.done)
	for k := range c.children {
		k.cancel(false, err, cause)
	}
	c.children = nil
	parent, detach := c.parent, c.detach
	c.mu.Unlock()
	if !removeFromParent {
		return
	}
	if parent != nil {
		parent.mu.Lock()
		delete(parent.children, c.self)
		parent.mu.Unlock()
	}
	if detach != nil {
		detach()
	}
}

func checkParent(parent Context) {
	if parent == nil {
		panic("cannot create context from nil parent")
	}
}

func withCancel(parent Context) *cancelCtx {
	checkParent(parent)
	c := new(cancelCtx)
	c.attach(parent, c)
	return c
}

// WithCancel returns a context that is cancelled by cancel or with its parent.
func WithCancel(parent Context) (ctx Context, cancel CancelFunc) {
	c := withCancel(parent)
	return c, func() { c.cancel(true, Canceled, nil) }
}

// WithCancelCause is WithCancel with a cause, which Cause returns.
func WithCancelCause(parent Context) (ctx Context, cancel CancelCauseFunc) {
	c := withCancel(parent)
	return c, func(cause error) { c.cancel(true, Canceled, cause) }
}

// Cause returns why c was cancelled, nil if it was not.
func Cause(c Context) error {
	err := c.Err()
	if err == nil {
		return nil
	}
	if cc, ok := c.Value(&ownKey).(*cancelCtx); ok {
		cc.mu.Lock()
		cause := cc.cause
		cc.mu.Unlock()
		if cause != nil {
			return cause
		}
	}
	return err
}

// afterFuncCtx calls a function when it is cancelled.
type afterFuncCtx struct {
	cancelCtx
	once sync.Once // either f runs or it is stopped
	f    func()
}

func (a *afterFuncCtx) cancel(removeFromParent bool, err, cause error) {
	a.cancelCtx.cancel(removeFromParent, err, cause)
	a.once.Do(func() { go a.f() })
}

// AfterFunc calls f in a goroutine of its own when ctx is cancelled. The function stop prevents that
// and reports whether it did.
func AfterFunc(ctx Context, f func()) (stop func() bool) {
	a := &afterFuncCtx{f: f}
	a.attach(ctx, a)
	return func() bool {
		stopped := false
		a.once.Do(func() { stopped = true })
		if stopped {
			a.cancelCtx.cancel(true, Canceled, nil)
		}
		return stopped
	}
}

// timerCtx is cancelled at a deadline.
type timerCtx struct {
	cancelCtx
	timer    *time.Timer // under the lock of cancelCtx
	deadline time.Time
}

func (c *timerCtx) Deadline() (deadline time.Time, ok bool) { return c.deadline, true }

func (c *timerCtx) cancel(removeFromParent bool, err, cause error) {
	c.cancelCtx.cancel(removeFromParent, err, cause)
	c.mu.Lock()
	if c.timer != nil {
		c.timer.Stop()
		c.timer = nil
	}
	c.mu.Unlock()
}

// WithDeadline returns a context that is cancelled at d too.
func WithDeadline(parent Context, d time.Time) (Context, CancelFunc) {
	return WithDeadlineCause(parent, d, nil)
}

// WithDeadlineCause is WithDeadline with the cause of a cancellation at d.
func WithDeadlineCause(parent Context, d time.Time, cause error) (Context, CancelFunc) {
	checkParent(parent)
	if current, ok := parent.Deadline(); ok && current.Before(d) {
		return WithCancel(parent)
	}
	c := &timerCtx{deadline: d}
	c.attach(parent, c)
	cancel := func() { c.cancel(true, Canceled, nil) }
	left := time.Until(d)
	if left <= 0 {
		c.cancel(true, DeadlineExceeded, cause)
		return c, func() { c.cancel(false, Canceled, nil) }
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.err == nil {
		c.timer = time.AfterFunc(left, func() { c.cancel(true, DeadlineExceeded, cause) })
	}
	return c, cancel
}

// WithTimeout is WithDeadline with a deadline that is timeout away.
func WithTimeout(parent Context, timeout time.Duration) (Context, CancelFunc) {
	return WithDeadline(parent, time.Now().Add(timeout))
}

// WithTimeoutCause is WithTimeout with the cause of a cancellation by it.
func WithTimeoutCause(parent Context, timeout time.Duration, cause error) (Context, CancelFunc) {
	return WithDeadlineCause(parent, time.Now().Add(timeout), cause)
}

// withoutCancelCtx has the values of another context only.
type withoutCancelCtx struct{ c Context }

func (withoutCancelCtx) Deadline() (deadline time.Time, ok bool) { return }
func (withoutCancelCtx) Done() <-chan struct{}                   { return nil }
func (withoutCancelCtx) Err() error                              { return nil }
func (c withoutCancelCtx) Value(key any) any                     { return value(c, key) }

// WithoutCancel returns a context with the values of parent that is never cancelled.
func WithoutCancel(parent Context) Context {
	checkParent(parent)
	return withoutCancelCtx{parent}
}

// valueCtx has one value more than its parent.
type valueCtx struct {
	Context
	key, val any
}

// WithValue returns a context with val for key, which should be of a type of the caller's own. It
// panics if key is nil or cannot be compared.
func WithValue(parent Context, key, val any) Context {
	checkParent(parent)
	if key == nil {
		panic("nil key")
	}
	if !rtype.Comparable(key) {
		panic("key is not comparable")
	}
	return &valueCtx{parent, key, val}
}

func (c *valueCtx) Value(key any) any {
	if c.key == key {
		return c.val
	}
	return value(c.Context, key)
}

// value looks for key from c upwards; a loop, for chains can be long.
func value(c Context, key any) any {
	for {
		switch ctx := c.(type) {
		case *valueCtx:
			if key == ctx.key {
				return ctx.val
			}
			c = ctx.Context
		case *cancelCtx:
			if key == &ownKey {
				return c
			}
			c = ctx.Context
		case *timerCtx:
			if key == &ownKey {
				return &ctx.cancelCtx
			}
			c = ctx.Context
		case withoutCancelCtx:
			if key == &ownKey {
				return nil // what is above cannot cancel it
			}
			c = ctx.c
		case backgroundCtx, todoCtx:
			return nil
		default:
			return c.Value(key)
		}
	}
}

// The texts of contexts show how they were made.

type stringer interface{ String() string }

func nameOf(c Context) string {
	if s, ok := c.(stringer); ok {
		return s.String()
	}
	return rtype.ValueOf(c).Type.String()
}

func (c *cancelCtx) String() string { return nameOf(c.Context) + ".WithCancel" }

func (c *timerCtx) String() string {
	return nameOf(c.cancelCtx.Context) + ".WithDeadline(" + c.deadline.String() + " [" +
		time.Until(c.deadline).String() + "])"
}

func (c withoutCancelCtx) String() string { return nameOf(c.c) + ".WithoutCancel" }

func (c *valueCtx) String() string {
	return nameOf(c.Context) + ".WithValue(" + textOf(c.key) + ", " + textOf(c.val) + ")"
}

// textOf shows the values that tell something without package fmt.
func textOf(v any) string {
	switch s := v.(type) {
	case stringer:
		return s.String()
	case string:
		return s
	case nil:
		return "<nil>"
	}
	return rtype.ValueOf(v).Type.String()
}
