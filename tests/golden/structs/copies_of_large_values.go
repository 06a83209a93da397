// Large structs are copied by assignment, parameter, result, range, channel, map and interface.
package main

import "fmt"

type Big struct {
	id   int
	data [50]int
	name string
	next *Big
}

func bump(b Big) Big {
	b.id++
	b.data[49] = b.id
	b.name += "+"
	return b
}

func main() {
	a := Big{id: 1, name: "a"}
	b := a
	b.data[0] = 5
	c := bump(bump(a))
	a.next = &b
	d := *a.next
	d.id = 100
	ch := make(chan Big, 1)
	ch <- a
	a.id = -1
	e := <-ch
	m := map[string]Big{"e": e}
	e.id = -2
	var i any = c
	c.id = -3
	arr := [2]Big{b, c}
	for _, x := range arr {
		x.id = 0
	}
	fmt.Println(a.id, b.id, c.id, d.id, e.id, m["e"].id, i.(Big).id, arr[1].id)
	fmt.Println(i.(Big).data[49], i.(Big).name, d.data[0], m["e"].next.data[0], c.data[49])
	x, y := bump(a), bump(b)
	x, y = y, x
	fmt.Println(x.id, y.id, x.data[0])
}
