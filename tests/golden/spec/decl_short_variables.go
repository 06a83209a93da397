package main

import (
	"fmt"
	"strconv"
)

func pair() (int, error)          { return 1, nil }
func triple() (a, b int, c string) { return 1, 2, "3" }

var g1, g2 = 1, "two"
var g3, g4 int8 = 3, 4
var g5 float32
var (
	g6       = g1 + int(g3)
	g7, _, _ = triple()
	g8       any = g5
)

func main() {
	i, j := 0, 10
	f := func() int { return 7 }
	ch := make(chan int, 1)
	ch <- 5
	r, err := pair()
	_, y, _ := triple()
	n, err := strconv.Atoi("12x")
	fmt.Println(i, j, f(), r, y, n, err)
	a, i := 1, 2
	fmt.Println(a, i)
	if v, ok := <-ch; ok {
		fmt.Println("received", v)
	}
	m := map[string]int{"k": 1}
	if v, ok := m["k"]; ok {
		v, w := v+1, v+2
		fmt.Println(v, w)
	}
	x, ok := any(3).(int)
	p, q := &x, &ok
	*p, *q = 4, false
	fmt.Println(x, ok)
	var s, t = "s", 't'
	var e1, e2 = pair()
	var k, l uint16 = 1, 2
	var zero struct{ a, b int }
	fmt.Println(s, t, e1, e2, k, l, zero)
	fmt.Println(g1, g2, g3, g4, g5, g6, g7, g8)
	i, i2 := i+1, i
	fmt.Println(i, i2)
	func() {
		err := "shadow"
		_ = err
		r, err2 := pair()
		fmt.Println(r, err2)
	}()
	type pt struct{ x, y int }
	o := pt{1, 2}
	o.x, o.y = o.y, o.x
	fmt.Println(o)
}
