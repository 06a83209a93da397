// An LRU cache on a doubly linked list and a map, with eviction callbacks, checked against a slow model.
package main

import "fmt"

type entry struct {
	key        string
	value      any
	prev, next *entry
}

type Cache struct {
	cap     int
	items   map[string]*entry
	root    entry
	onEvict func(key string, value any)
	hits    struct{ yes, no int }
}

func NewCache(cap int) *Cache {
	c := &Cache{cap: cap, items: make(map[string]*entry)}
	c.root.next, c.root.prev = &c.root, &c.root
	return c
}

func (e *entry) unlink() {
	e.prev.next, e.next.prev = e.next, e.prev
	e.prev, e.next = nil, nil
}

func (c *Cache) pushFront(e *entry) {
	e.prev, e.next = &c.root, c.root.next
	e.prev.next, e.next.prev = e, e
}

func (c *Cache) Get(key string) (value any, ok bool) {
	e, ok := c.items[key]
	if !ok {
		c.hits.no++
		return
	}
	c.hits.yes++
	e.unlink()
	c.pushFront(e)
	return e.value, true
}

func (c *Cache) Put(key string, value any) {
	if e, ok := c.items[key]; ok {
		e.value = value
		e.unlink()
		c.pushFront(e)
		return
	}
	if len(c.items) == c.cap {
		last := c.root.prev
		last.unlink()
		delete(c.items, last.key)
		if c.onEvict != nil {
			c.onEvict(last.key, last.value)
		}
	}
	e := &entry{key: key, value: value}
	c.items[key] = e
	c.pushFront(e)
}

func (c *Cache) Keys() (keys []string) {
	for e := c.root.next; e != &c.root; e = e.next {
		keys = append(keys, e.key)
	}
	return
}

type model struct {
	cap    int
	keys   []string
	values []any
}

func (m *model) find(key string) int {
	for i, k := range m.keys {
		if k == key {
			return i
		}
	}
	return -1
}

func (m *model) touch(i int) {
	k, v := m.keys[i], m.values[i]
	copy(m.keys[1:i+1], m.keys[:i])
	copy(m.values[1:i+1], m.values[:i])
	m.keys[0], m.values[0] = k, v
}

func (m *model) Put(key string, value any) {
	i := m.find(key)
	if i < 0 {
		if len(m.keys) < m.cap {
			m.keys, m.values = append(m.keys, ""), append(m.values, nil)
		}
		i = len(m.keys) - 1
		m.keys[i] = key
	}
	m.values[i] = value
	m.touch(i)
}

func (m *model) Get(key string) (any, bool) {
	i := m.find(key)
	if i < 0 {
		return nil, false
	}
	m.touch(i)
	return m.values[0], true
}

func main() {
	c := NewCache(2)
	c.onEvict = func(k string, v any) { fmt.Print("evict ", k, "=", v, "; ") }
	c.Put("a", 1)
	c.Put("b", "two")
	fmt.Println(c.Get("a"))
	c.Put("c", []int{3})
	_, ok := c.Get("b")
	fmt.Println(ok, c.Keys())
	c.Put("a", 1.5)
	c.Put("d", nil)
	fmt.Println(c.Keys(), c.hits)

	big, slow := NewCache(50), &model{cap: 50}
	evicted := 0
	big.onEvict = func(string, any) { evicted++ }
	seed, wrong := uint32(1), 0
	for step := range 5000 {
		seed = seed*1664525 + 1013904223
		key := fmt.Sprint("k", seed>>16%90)
		if seed>>8%3 == 0 {
			big.Put(key, step)
			slow.Put(key, step)
		} else {
			v1, ok1 := big.Get(key)
			v2, ok2 := slow.Get(key)
			if v1 != v2 || ok1 != ok2 {
				wrong++
			}
		}
	}
	same := len(big.Keys()) == len(slow.keys)
	for i, k := range big.Keys() {
		same = same && slow.keys[i] == k
	}
	fmt.Println(wrong, same, len(big.items), evicted, big.hits)
}
