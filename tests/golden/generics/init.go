package main

type Cache[K comparable, V any] struct {
	m    map[K]V
	make func(K) V
	hits int
}

func New[K comparable, V any](f func(K) V) *Cache[K, V] {
	return &Cache[K, V]{m: map[K]V{}, make: f}
}

func (c *Cache[K, V]) Get(k K) V {
	if v, ok := c.m[k]; ok {
		c.hits++
		return v
	}
	v := c.make(k)
	c.m[k] = v
	return v
}

func Ptr[T any](x T) *T { return &x }

type Vec[T any] = []T

type Table[V any] = map[string]Vec[V]

var (
	squares = New(func(i int) int { return i * i })
	nine    = squares.Get(3)
	id      = Ptr[string]
	cells   = [...]Cache[string, int]{{hits: 2}, {hits: 3}}
	table   = Table[int]{"a": {1, 2}, "b": Vec[int]{3}}
)

func main() {
	println(nine, squares.Get(3), squares.hits)
	println(*id("x"), cells[1].hits, len(table["a"]), table["b"][0])
}
