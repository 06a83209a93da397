// Package sched runs tasks by priority on a simulated clock. Tasks are coroutines: they yield requests to the scheduler.
package sched

import (
	"container/heap"
	"errors"
	"fmt"
	"iter"
	"time"
)

// Request is what a task asks of the scheduler.
type Request interface{ request() }

type (
	// Sleep waits on the clock.
	Sleep time.Duration
	// Spawn starts another task.
	Spawn struct{ *Task }
	// Wait waits until a task has ended.
	Wait struct{ For *Task }
	// Lower changes the priority of the task itself.
	Lower int
)

func (Sleep) request() {}
func (Spawn) request() {}
func (Wait) request()  {}
func (Lower) request() {}

// Body is the code of a task.
type Body func(yield func(Request) bool)

// Task is a task with its priority; a smaller number goes first.
type Task struct {
	Name     string
	Priority int
	Err      error
	body     Body
	wake     time.Duration
	seq      int
	done     bool
	waiting  []*Task
	next     func() (Request, bool)
	stop     func()
}

// NewTask makes a task.
func NewTask(name string, priority int, body Body) *Task {
	return &Task{Name: name, Priority: priority, body: body}
}

type queue []*Task

func (q queue) Len() int { return len(q) }
func (q queue) Less(i, j int) bool {
	a, b := q[i], q[j]
	if a.wake != b.wake {
		return a.wake < b.wake
	}
	if a.Priority != b.Priority {
		return a.Priority < b.Priority
	}
	return a.seq < b.seq
}
func (q queue) Swap(i, j int) { q[i], q[j] = q[j], q[i] }
func (q *queue) Push(x any)   { *q = append(*q, x.(*Task)) }
func (q *queue) Pop() any {
	old := *q
	last := len(old) - 1
	t := old[last]
	old[last] = nil
	*q = old[:last]
	return t
}

// Scheduler runs tasks.
type Scheduler struct {
	ready queue
	now   time.Duration
	seq   int
	live  int
	Trace func(now time.Duration, format string, args ...any)
}

// ErrDeadlock means that tasks wait for each other.
var ErrDeadlock = errors.New("sched: deadlock")

// Go adds a task.
func (s *Scheduler) Go(t *Task) {
	t.next, t.stop = iter.Pull(iter.Seq[Request](t.body))
	s.live++
	s.enqueue(t)
}

func (s *Scheduler) enqueue(t *Task) {
	s.seq++
	t.seq = s.seq
	t.wake = max(t.wake, s.now)
	heap.Push(&s.ready, t)
}

// resume runs a task until its next request; a panic in it becomes its error.
func (s *Scheduler) resume(t *Task) (r Request, ok bool) {
	defer func() {
		if v := recover(); v != nil {
			t.Err = fmt.Errorf("task %s: %v", t.Name, v)
			r, ok = nil, false
		}
	}()
	return t.next()
}

// Run runs until nothing is ready.
func (s *Scheduler) Run() error {
	trace := s.Trace
	if trace == nil {
		trace = func(time.Duration, string, ...any) {}
	}
	for s.ready.Len() > 0 {
		t := heap.Pop(&s.ready).(*Task)
		s.now = t.wake
		r, ok := s.resume(t)
		if !ok {
			t.done = true
			t.stop()
			s.live--
			trace(s.now, "%s ends", t.Name)
			for _, w := range t.waiting {
				s.enqueue(w)
			}
			t.waiting = nil
			continue
		}
		switch r := r.(type) {
		case Sleep:
			trace(s.now, "%s sleeps %v", t.Name, time.Duration(r))
			t.wake = s.now + time.Duration(r)
		case Spawn:
			trace(s.now, "%s starts %s", t.Name, r.Name)
			s.Go(r.Task)
		case Wait:
			if !r.For.done {
				trace(s.now, "%s waits for %s", t.Name, r.For.Name)
				r.For.waiting = append(r.For.waiting, t)
				continue
			}
		case Lower:
			t.Priority += int(r)
		}
		s.enqueue(t)
	}
	if s.live > 0 {
		return fmt.Errorf("%w: %d tasks", ErrDeadlock, s.live)
	}
	return nil
}

// Now is the simulated time.
func (s *Scheduler) Now() time.Duration { return s.now }
