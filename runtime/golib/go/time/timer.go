package time

import (
	"sync"
	"unsafe"
)

// Timers are kept in a heap ordered by the time at which they fire. One goroutine, started with the
// first timer, waits for the earliest one. It never waits for a receiver (timersend).
//
// A timer whose channel nobody has any more must not be kept until it fires. While there are few
// timers it is; when their number has doubled they let go of their channels, which they hold by weak
// pointers from then on, and those whose channels are gone are dropped.

// timer is a Timer or Ticker in the heap.
type timer struct {
	when   int64 // monotonic time
	period int64 // 0 fires once
	index  int   // in the heap, -1 if not there
	c      chan Time
	weak   unsafe.Pointer // handle of the channel, instead of c
	f      func()         // called in a goroutine of its own, if there is no channel
}

// few timers may hold on to their channels.
const few = 64

var timers struct {
	mu      sync.Mutex
	heap    []*timer
	limit   int  // so many, and they let go of their channels
	running bool // the goroutine has been started
}

// deadline returns the monotonic time in d.
func deadline(d Duration) int64 {
	t := runtimeNano()
	if d <= 0 {
		return t
	}
	if t += int64(d); t < 0 {
		return 1<<63 - 1
	}
	return t
}

// start puts t into the heap; timers.mu is held.
func (t *timer) start(when int64) {
	t.when = when
	if len(timers.heap) >= max(timers.limit, few) {
		letGo()
	}
	t.index = len(timers.heap)
	timers.heap = append(timers.heap, t)
	siftUp(t.index)
	if !timers.running {
		timers.running = true
		go runTimers()
	} else if t.index == 0 {
		timerwake()
	}
}

// stop takes t out of the heap and drops a value that was not received; it reports whether t was
// going to fire. timers.mu is held.
func (t *timer) stop() bool {
	pending := t.index >= 0
	if pending {
		removeTimer(t.index)
	}
	if c := t.channel(); c != nil && timerdrain(c) {
		pending = true // as if it had not fired yet
	}
	return pending
}

// runTimers fires timers as they are due.
func runTimers() {
	for {
		timers.mu.Lock()
		next := int64(1<<63 - 1)
		// One reading for all: a ticker faster than this loop must not keep it from ending.
		clock := runtimeNano()
		for len(timers.heap) > 0 {
			t := timers.heap[0]
			if t.when > clock {
				next = t.when
				break
			}
			if t.period > 0 {
				t.when += t.period * (1 + (clock-t.when)/t.period)
				siftDown(0)
			} else {
				removeTimer(0)
			}
			t.fire()
		}
		timers.mu.Unlock()
		timerpark(next)
	}
}

func (t *timer) fire() {
	if t.c == nil && t.weak == nil {
		go t.f()
		return
	}
	if c := t.channel(); c != nil {
		now := Now()
		if l := now.loc; l != &localLocation && (len(sentLocations) == 0 || sentLocations[len(sentLocations)-1] != l) {
			sentLocations = append(sentLocations, l)
		}
		timersend(c, &now) // a slow reader misses ticks
	}
}

// sentLocations keeps the locations that a program has made Local: the collector does not see those of
// times that wait in channels. Only the goroutine that waits for timers uses it.
var sentLocations []*Location

func newTimerChan() chan Time { return timerchan(int(unsafe.Sizeof(Time{}))) }

// channel returns the timer's channel, nil if it has none or it is gone.
func (t *timer) channel() chan Time {
	c := t.c
	if t.weak != nil {
		*(*unsafe.Pointer)(unsafe.Pointer(&c)) = weakStrong(t.weak)
	}
	return c
}

// letGo turns the timers' channels into weak ones and drops the timers whose channels are gone.
func letGo() {
	h := timers.heap
	kept := 0
	for _, t := range h {
		if t.c != nil {
			t.weak, t.c = weakHandle(*(*unsafe.Pointer)(unsafe.Pointer(&t.c))), nil
		} else if t.weak != nil && weakStrong(t.weak) == nil {
			t.index = -1
			continue
		}
		h[kept], t.index = t, kept
		kept++
	}
	clear(h[kept:])
	timers.heap = h[:kept]
	for i := kept/2 - 1; i >= 0; i-- {
		siftDown(i)
	}
	timers.limit = 2 * kept
}

func swapTimers(i, j int) {
	h := timers.heap
	h[i], h[j] = h[j], h[i]
	h[i].index, h[j].index = i, j
}

func siftUp(i int) {
	for i > 0 {
		parent := (i - 1) / 2
		if timers.heap[parent].when <= timers.heap[i].when {
			return
		}
		swapTimers(i, parent)
		i = parent
	}
}

func siftDown(i int) {
	h := timers.heap
	for {
		child := 2*i + 1
		if child >= len(h) {
			return
		}
		if child+1 < len(h) && h[child+1].when < h[child].when {
			child++
		}
		if h[i].when <= h[child].when {
			return
		}
		swapTimers(i, child)
		i = child
	}
}

func removeTimer(i int) {
	last := len(timers.heap) - 1
	t := timers.heap[i]
	if i != last {
		swapTimers(i, last)
	}
	timers.heap[last] = nil
	timers.heap = timers.heap[:last]
	if i != last {
		siftDown(i)
		siftUp(i)
	}
	t.index = -1
}

// A Timer fires once. It is made by NewTimer or AfterFunc.
type Timer struct {
	C <-chan Time // gets the time when the timer fires; nil for AfterFunc
	t *timer
}

// NewTimer returns a Timer that sends the time on its channel after d.
func NewTimer(d Duration) *Timer {
	c := newTimerChan()
	t := &timer{c: c}
	t.begin(d)
	return &Timer{c, t}
}

// AfterFunc returns a Timer that calls f in a goroutine of its own after d.
func AfterFunc(d Duration, f func()) *Timer {
	t := &timer{f: f}
	t.begin(d)
	return &Timer{nil, t}
}

func (t *timer) begin(d Duration) {
	timers.mu.Lock()
	t.start(deadline(d))
	timers.mu.Unlock()
}

// Stop keeps the timer from firing; it reports whether it was going to. After it no value will be
// received from the channel.
func (t *Timer) Stop() bool {
	if t.t == nil {
		panic("time: Stop called on uninitialized Timer")
	}
	timers.mu.Lock()
	defer timers.mu.Unlock()
	return t.t.stop()
}

// Reset makes the timer fire after d; it reports whether it was going to fire.
func (t *Timer) Reset(d Duration) bool {
	if t.t == nil {
		panic("time: Reset called on uninitialized Timer")
	}
	timers.mu.Lock()
	defer timers.mu.Unlock()
	pending := t.t.stop()
	t.t.start(deadline(d))
	return pending
}

// After returns a channel on which the time is sent after d.
func After(d Duration) <-chan Time { return NewTimer(d).C }

// A Ticker fires at regular intervals.
type Ticker struct {
	C <-chan Time // gets the time at each tick
	t *timer
}

// NewTicker returns a Ticker with the interval d. It panics if d <= 0.
func NewTicker(d Duration) *Ticker {
	if d <= 0 {
		panic("non-positive interval for NewTicker")
	}
	c := newTimerChan()
	t := &timer{c: c, period: int64(d)}
	t.begin(d)
	return &Ticker{c, t}
}

// Stop ends the ticks. It does not close the channel.
func (t *Ticker) Stop() {
	if t.t == nil {
		return
	}
	timers.mu.Lock()
	t.t.stop()
	timers.mu.Unlock()
}

// Reset starts the ticks anew with the interval d. It panics if d <= 0.
func (t *Ticker) Reset(d Duration) {
	if d <= 0 {
		panic("non-positive interval for Ticker.Reset")
	}
	if t.t == nil {
		panic("time: Reset called on uninitialized Ticker")
	}
	timers.mu.Lock()
	t.t.stop()
	t.t.period = int64(d)
	t.t.start(deadline(d))
	timers.mu.Unlock()
}

// Tick returns the channel of a new Ticker, nil if d <= 0.
func Tick(d Duration) <-chan Time {
	if d <= 0 {
		return nil
	}
	return NewTicker(d).C
}
