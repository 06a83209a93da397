// Variables whose address leaves the function live on, one for each execution of the declaration.
package main

import "fmt"

type S struct{ a, b int }

var kept []*int

func keep(n int) *S {
	s := S{n, n * 2}
	kept = append(kept, &s.b, &n)
	return &s
}

func array() []int {
	var arr [4]int
	s := arr[:]
	arr[1] = 7
	return s
}

func main() {
	s1, s2 := keep(1), keep(2)
	s1.b = 100
	*kept[3] = 200
	fmt.Println(*s1, *s2, *kept[0], *kept[1], *kept[2], *kept[3])
	var ps []*int
	for i := range 3 {
		x := i * i
		ps = append(ps, &x, &i)
	}
	for _, p := range ps {
		*p += 1000
		fmt.Print(*p, " ")
	}
	fmt.Println(array())
	pair := [2]*S{keep(3), keep(3)}
	fmt.Println(pair[0] == pair[1], *pair[0] == *pair[1])
}
