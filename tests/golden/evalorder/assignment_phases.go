// In an assignment the operands of indices, indirections and right sides come first, the stores then go left to right.
package main

import "fmt"

type T struct {
	n    int
	next *T
}

func try(name string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(name, "recovered", r)
		}
	}()
	f()
}

func main() {
	a := []int{1, 2, 3}
	i := 0
	i, a[i] = 1, 10
	fmt.Println(i, a)
	a[0], a[1], a[2] = a[2], a[0], a[1]
	fmt.Println(a)
	x, y := 1, 2
	x, y = y, x+y
	fmt.Println(x, y)
	i = 0
	a[i], i = 7, 2
	fmt.Println(a, i)
	l := &T{1, &T{2, nil}}
	l, l.next = l.next, l
	fmt.Println(l.n, l.next == nil)
	p := &T{n: 5}
	q := p
	p, p.n = &T{n: 6}, 50
	fmt.Println(p.n, q.n)
	s := []int{1, 2, 3}
	s, s[0] = []int{9, 9}, 77
	fmt.Println(s)
	var np *T
	try("store", func() { a[0], np.n = 100, 200 })
	fmt.Println(a)
	try("index", func() { a[1], a[5] = 300, 400 })
	fmt.Println(a)
	m := map[string]int{"a": 1}
	m["a"], m["b"] = m["b"]+5, m["a"]
	fmt.Println(m)
	var e any = 1
	e, ok := e.(string)
	fmt.Printf("%q %v\n", e, ok)
	b := [3]int{1, 2, 3}
	for b[0], b[1] = 0, 0; b[0] < 2; b[0], b[2] = b[0]+1, b[0] {
	}
	fmt.Println(b)
}
