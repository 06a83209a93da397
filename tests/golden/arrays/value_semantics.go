// Arrays are values: assignment, parameters, results, range and interface values copy them.
package main

import "fmt"

func change(a [3]int) [3]int {
	a[0] = 100
	return a
}

func main() {
	a := [3]int{1, 2, 3}
	b := a
	b[1] = 20
	c := change(a)
	p := &a
	d := *p
	p[2] = 30
	var e any = a
	a[0] = -1
	fmt.Println(a, b, c, d, e, len(p), cap(a))
	for i, v := range a {
		a[2] = 1000
		fmt.Print(i, v, " ")
	}
	for i, v := range &a {
		a[2] = 2000
		fmt.Print(i, v, " ")
	}
	fmt.Println()
	m := map[string][2]int{"x": {1, 2}}
	x := m["x"]
	x[0] = 9
	fmt.Println(m, x, m["none"])
}
