// Package pipeline connects stages of goroutines by channels; a failing stage stops all.
package pipeline

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"sync"
	"time"
)

// Group runs the stages.
type Group struct {
	ctx    context.Context
	cancel context.CancelCauseFunc
	wg     sync.WaitGroup
	once   sync.Once
	err    error
}

// New returns a group whose stages end with the context.
func New(ctx context.Context) *Group {
	g := &Group{}
	g.ctx, g.cancel = context.WithCancelCause(ctx)
	return g
}

// Go runs a function of the group. A panic, and runtime.Goexit, are failures too.
func (g *Group) Go(name string, f func() error) {
	g.wg.Add(1)
	go func() {
		finished := false
		var err error
		defer g.wg.Done()
		defer func() {
			if v := recover(); v != nil {
				err = fmt.Errorf("panic: %v", v)
				if re, ok := v.(runtime.Error); ok {
					err = fmt.Errorf("panic: %w", re)
				}
			} else if !finished {
				err = errors.New("exited")
			}
			if err != nil {
				g.once.Do(func() {
					g.err = fmt.Errorf("stage %s: %w", name, err)
					g.cancel(g.err)
				})
			}
		}()
		err = f()
		finished = true
	}()
}

// Wait waits for all stages.
func (g *Group) Wait() error {
	g.wg.Wait()
	g.cancel(nil)
	return g.err
}

// Source sends values.
func Source[T any](g *Group, values ...T) <-chan T {
	out := make(chan T)
	g.Go("source", func() error {
		defer close(out)
		for _, v := range values {
			select {
			case out <- v:
			case <-g.ctx.Done():
				return nil
			}
		}
		return nil
	})
	return out
}

// Stage applies a function by several workers, keeping the order.
func Stage[A, B any](g *Group, name string, workers int, in <-chan A, f func(A) (B, error)) <-chan B {
	type slot struct {
		value B
		ready chan struct{}
	}
	type job struct {
		arg A
		*slot
	}
	jobs := make(chan job)
	order := make(chan *slot, workers)
	out := make(chan B, 1)
	g.Go(name+"/in", func() error {
		defer close(jobs)
		defer close(order)
		for a := range in {
			s := &slot{ready: make(chan struct{})}
			select {
			case order <- s:
			case <-g.ctx.Done():
				return nil
			}
			select {
			case jobs <- job{a, s}:
			case <-g.ctx.Done():
				return nil
			}
		}
		return nil
	})
	for range workers {
		g.Go(name, func() error {
			for j := range jobs {
				var err error
				if j.value, err = f(j.arg); err != nil {
					return err
				}
				close(j.ready)
			}
			return nil
		})
	}
	g.Go(name+"/out", func() error {
		defer close(out)
		for s := range order {
			select {
			case <-s.ready:
			case <-g.ctx.Done():
				return nil
			}
			select {
			case out <- s.value:
			case <-g.ctx.Done():
				return nil
			}
		}
		return nil
	})
	return out
}

// Collect gathers the results; what was done when a stage failed is not defined.
func Collect[T any](g *Group, in <-chan T) ([]T, error) {
	var out []T
	for v := range in {
		out = append(out, v)
	}
	if err := g.Wait(); err != nil {
		return nil, err
	}
	return out, nil
}

// Batch gathers values into groups of n, or what came within a time.
func Batch[T any](g *Group, in <-chan T, n int, within time.Duration) <-chan []T {
	out := make(chan []T)
	g.Go("batch", func() error {
		defer close(out)
		var batch []T
		flush := func() {
			if len(batch) > 0 {
				out <- batch
				batch = nil
			}
		}
		defer flush()
		for {
			select {
			case v, ok := <-in:
				if !ok {
					return nil
				}
				if batch = append(batch, v); len(batch) == n {
					flush()
				}
			case <-time.After(within):
				flush()
			}
		}
	})
	return out
}
