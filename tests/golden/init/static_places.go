// Package-level variables that hold addresses of parts of others, method expressions and bytes of strings.
package main

import (
	"fmt"
	"strings"
)

type inner struct {
	a, b int
	list [3]string
}

type outer struct {
	x int8
	inner
	ptr   *inner
	pairs [2]struct{ k, v *int }
}

func (o outer) get() int      { return o.a + int(o.x) }
func (o *outer) set(v int)    { o.a = v }
func (i inner) Sum() int      { return i.a + i.b }
func (i *inner) name() string { return i.list[1] }

type summer interface{ Sum() int }

var (
	v = outer{x: 1, inner: inner{2, 3, [3]string{"p", "q", "r"}}}

	pb    = &v.b
	pq    = &v.list[1]
	pq2   = &(v.inner).list[2-1]
	pin   = &v.inner
	table = [...]*string{&v.inner.list[0], &v.list[2], pq}

	grid  [4][5]int32
	cell  = &grid[2][3]
	row   = &grid[3]
	other = outer{ptr: &v.inner, pairs: [2]struct{ k, v *int }{{&v.a, &v.b}, {k: &v.inner.a}}}

	get  = outer.get
	set  = (*outer).set
	sum  = inner.Sum
	sum2 = outer.Sum
	sum3 = summer.Sum
	name = (*inner).name
	all  = map[string]func(outer) int{"get": outer.get, "sum": outer.Sum}

	bytes       = []byte("hello")
	empty       = []byte("")
	twin        = []byte("hello")
	mixed       = [][]byte{[]byte("ab"), nil, []byte("c" + "d")}
	inIface any = []byte("boxed")
	runes       = []rune("añ")

	// Through a pointer it is known at run time only.
	late  = &other.ptr.b
	fault = func() (r any) {
		defer func() { r = recover() }()
		var none *outer
		return &none.list[1]
	}()
)

type B []byte

var named = B("named")

func main() {
	*pb = 30
	*pq += "!"
	*cell = 7
	row[4] = 9
	fmt.Println(v.b, v.list, *pq2, pq == pq2, pin == &v.inner, *table[0], *table[1], *table[2])
	fmt.Println(grid, other.ptr == pin, *other.pairs[0].k, *other.pairs[0].v, *other.pairs[1].k, other.pairs[1].v)
	set(&v, 40)
	fmt.Println(get(v), sum(v.inner), sum2(v), sum3(v), name(&v.inner), all["get"](v), all["sum"](v))
	bytes[0] = 'J'
	bytes = append(bytes, '?')
	fmt.Printf("%s %q %v %s %q %s %q %s\n", bytes, empty, empty == nil, twin, mixed, inIface, runes, named)
	fmt.Println(cap(twin), len(mixed[2]), strings.ToUpper(string(named)), *late, fault)
}
