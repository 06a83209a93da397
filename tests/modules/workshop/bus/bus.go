// Package bus hands events to subscribers, each a goroutine of its own.
package bus

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

// Event is something that happened.
type Event struct {
	Topic string
	Body  any
	seq   uint64
}

// Seq is the number of the event on its bus.
func (e Event) Seq() uint64 { return e.seq }

// Handler deals with an event.
type Handler func(Event) error

type subscriber struct {
	topic   string
	events  chan Event
	handler Handler
}

// Bus hands events on.
type Bus struct {
	mu     sync.RWMutex
	subs   map[string][]*subscriber
	wg     sync.WaitGroup
	seq    atomic.Uint64
	closed bool
	errs   chan error
	all    []error
	done   chan struct{}
}

// ErrClosed is returned after Close.
var ErrClosed = errors.New("bus: closed")

// New starts a bus.
func New() *Bus {
	b := &Bus{subs: map[string][]*subscriber{}, errs: make(chan error), done: make(chan struct{})}
	go func() {
		defer close(b.done)
		for err := range b.errs {
			b.all = append(b.all, err)
		}
	}()
	return b
}

// PanicError is the error made of a panic in a handler.
type PanicError struct{ Value any }

func (p *PanicError) Error() string { return fmt.Sprint("panic: ", p.Value) }

// Unwrap gives the value if it is an error.
func (p *PanicError) Unwrap() error {
	err, _ := p.Value.(error)
	return err
}

func guarded(h Handler, e Event) (err error) {
	defer func() {
		if v := recover(); v != nil {
			err = &PanicError{v}
		}
	}()
	return h(e)
}

// Subscribe starts a goroutine that handles the events of a topic in order.
func (b *Bus) Subscribe(topic string, h Handler) {
	s := &subscriber{topic, make(chan Event, 4), h}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.subs[topic] = append(b.subs[topic], s)
	b.wg.Add(1)
	go func() {
		defer b.wg.Done()
		for e := range s.events {
			if err := guarded(s.handler, e); err != nil {
				b.errs <- fmt.Errorf("%s #%d: %w", s.topic, e.seq, err)
			}
		}
	}()
}

// Publish hands an event to all subscribers of its topic and returns their number.
func (b *Bus) Publish(topic string, body any) (int, error) {
	b.mu.RLock()
	defer b.mu.RUnlock()
	if b.closed {
		return 0, ErrClosed
	}
	e := Event{topic, body, b.seq.Add(1)}
	n := 0
	for _, s := range b.subs[topic] {
		s.events <- e
		n++
	}
	return n, nil
}

// Close waits until all events are handled and returns the errors.
func (b *Bus) Close() []error {
	b.mu.Lock()
	if b.closed {
		b.mu.Unlock()
		return b.all
	}
	b.closed = true
	for _, subs := range b.subs {
		for _, s := range subs {
			close(s.events)
		}
	}
	b.mu.Unlock()
	b.wg.Wait()
	close(b.errs)
	<-b.done
	return b.all
}

// FirstOf runs functions together and returns the first result; the others are cancelled.
func FirstOf[T any](ctx context.Context, funcs ...func(context.Context) (T, error)) (T, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	type result struct {
		value T
		err   error
	}
	results := make(chan result, len(funcs))
	for _, f := range funcs {
		go func() {
			v, err := f(ctx)
			results <- result{v, err}
		}()
	}
	var errs []error
	for range funcs {
		select {
		case r := <-results:
			if r.err == nil {
				return r.value, nil
			}
			errs = append(errs, r.err)
		case <-ctx.Done():
			var zero T
			return zero, context.Cause(ctx)
		}
	}
	var zero T
	return zero, errors.Join(errs...)
}

// Merge puts several channels into one that is closed when all are.
func Merge[T any](channels ...<-chan T) <-chan T {
	out := make(chan T)
	var wg sync.WaitGroup
	for _, c := range channels {
		wg.Go(func() {
			for v := range c {
				out <- v
			}
		})
	}
	go func() {
		wg.Wait()
		close(out)
	}()
	return out
}

// Alternate takes from two channels until both are closed, and tells how many came from each.
func Alternate[A, B any](a <-chan A, b <-chan B, timeout time.Duration) (na, nb int, timedOut bool) {
	timer := time.NewTimer(timeout)
	defer timer.Stop()
	for a != nil || b != nil {
		select {
		case _, ok := <-a:
			if !ok {
				a = nil
				continue
			}
			na++
		case _, ok := <-b:
			if !ok {
				b = nil
				break
			}
			nb++
		case <-timer.C:
			return na, nb, true
		}
	}
	return
}
