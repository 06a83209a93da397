// Package iter has the types of iterator functions, and turns them into functions that are asked for
// one element at a time.
package iter

import "runtime"

// Seq calls yield for each element until yield returns false.
type Seq[V any] func(yield func(V) bool)

// Seq2 is Seq for pairs of values.
type Seq2[K, V any] func(yield func(K, V) bool)

// puller runs an iterator in a goroutine of its own that proceeds only while the consumer waits for
// it: each hands the turn to the other through a channel without buffer.
type puller struct {
	// name stands in messages.
	name string
	// iterate calls the iterator with a yield function that stores its element and calls yield below.
	iterate func()
	// toIterator and toConsumer pass the turn.
	toIterator, toConsumer chan struct{}
	// done is set once nothing more will come, ended when the goroutine has nothing left to do.
	done, ended bool
	// asked is set from a call of next until yield answers it; found tells that it did.
	asked, found bool
	// The iterator has ended by a panic or by Goexit instead of returning.
	panicked any
	failed   bool
}

// next asks for an element and reports whether there is one.
func (p *puller) next() bool {
	if p.done {
		return false
	}
	if p.asked {
		panic(p.name + ": next called again before yield")
	}
	p.asked, p.found = true, false
	p.resume()
	return p.found
}

// stop ends the iteration: from now on yield returns false.
func (p *puller) stop() {
	if p.done {
		return
	}
	p.done = true
	p.resume()
}

// resume gives the iterator the turn and waits until it comes back.
func (p *puller) resume() {
	p.toIterator <- struct{}{}
	<-p.toConsumer
	if p.ended {
		runtime.Gosched() // the goroutine is gone when the iteration is over
	}
	if p.failed {
		p.failed = false
		if p.panicked == nil {
			runtime.Goexit()
		}
		panic(p.panicked)
	}
}

// newPuller returns a puller whose messages begin with name.
func newPuller(name string) *puller {
	return &puller{name: name, toIterator: make(chan struct{}), toConsumer: make(chan struct{})}
}

// run is the goroutine of the iterator, which begins when it is first asked.
func (p *puller) run() {
	<-p.toIterator
	returned := p.done // stopped before it began
	defer func() {
		if !returned {
			p.failed, p.panicked = true, recover()
		}
		p.done, p.ended = true, true
		p.toConsumer <- struct{}{}
	}()
	if !returned {
		p.iterate()
		returned = true
	}
}

// yield gives the consumer the turn with an element and reports whether another one is wanted.
func (p *puller) yield() bool {
	if !p.asked {
		panic(p.name + ": yield called again before next")
	}
	p.asked, p.found = false, true
	p.toConsumer <- struct{}{}
	<-p.toIterator
	return !p.done
}

// Pull returns next, which returns one element of seq at a call and false after the last, and stop,
// which ends the iteration early.
func Pull[V any](seq Seq[V]) (next func() (V, bool), stop func()) {
	p := newPuller("iter.Pull")
	var v V
	p.iterate = func() {
		seq(func(element V) bool {
			if p.done {
				return false
			}
			v = element
			return p.yield()
		})
	}
	go p.run()
	next = func() (element V, ok bool) {
		if ok = p.next(); ok {
			var zero V
			element, v = v, zero
		}
		return element, ok
	}
	return next, p.stop
}

// Pull2 is Pull for pairs of values.
func Pull2[K, V any](seq Seq2[K, V]) (next func() (K, V, bool), stop func()) {
	p := newPuller("iter.Pull2")
	var k K
	var v V
	p.iterate = func() {
		seq(func(key K, value V) bool {
			if p.done {
				return false
			}
			k, v = key, value
			return p.yield()
		})
	}
	go p.run()
	next = func() (key K, value V, ok bool) {
		if ok = p.next(); ok {
			var zeroK K
			var zeroV V
			key, value, k, v = k, v, zeroK, zeroV
		}
		return key, value, ok
	}
	return next, p.stop
}
