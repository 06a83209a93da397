// Field assignment through values, pointers, nested structs, arrays and slices of structs; parallel assignment.
package main

import "fmt"

type In struct {
	a, b int
	arr  [3]In2
}
type In2 struct{ s string }
type Out struct {
	In
	p  *In
	sl []In
}

func main() {
	var o Out
	o.a = 1
	o.In.b = 2
	o.arr[1].s = "arr"
	o.p = &o.In
	o.p.arr[2].s = "p"
	o.sl = make([]In, 2)
	o.sl[1].arr[0].s = "sl"
	o.a, o.b = o.b, o.a
	q := &o.sl[0]
	q.a, o.sl[1].b, o.p.b = 5, 6, 7
	fmt.Println(o.In, o.sl)
	i := 0
	i, o.sl[i].b = 1, 9
	fmt.Println(i, o.sl[0].b, o.sl[1].b)
	o, o2 := Out{}, o
	fmt.Println(o.p == nil, o2.p.b, o2.b)
}
