package sync

// A Pool keeps values that are not in use for later use. Any of them may be dropped at any time.
// It must not be copied after its first use.
type Pool struct {
	mu    Mutex
	items []any

	// New makes a value when Get finds none; may be nil.
	New func() any
}

// poolSize is the number of values that a Pool keeps at most: dropping the rest bounds what it
// holds on to.
const poolSize = 64

// Get takes a value out of the pool; if there is none it returns New's result, or nil.
func (p *Pool) Get() any {
	p.mu.Lock()
	if n := len(p.items); n > 0 {
		x := p.items[n-1]
		p.items[n-1] = nil
		p.items = p.items[:n-1]
		p.mu.Unlock()
		return x
	}
	p.mu.Unlock()
	if p.New != nil {
		return p.New()
	}
	return nil
}

// Put puts x into the pool.
func (p *Pool) Put(x any) {
	if x == nil {
		return
	}
	p.mu.Lock()
	if len(p.items) < poolSize {
		p.items = append(p.items, x)
	}
	p.mu.Unlock()
}
