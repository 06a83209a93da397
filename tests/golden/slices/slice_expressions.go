// Simple and full slice expressions of slices, arrays, pointers to arrays: lengths, capacities, sharing.
package main

import "fmt"

func show(name string, s []int) { fmt.Println(name, s, len(s), cap(s), s == nil) }

func main() {
	arr := [6]int{0, 1, 2, 3, 4, 5}
	p := &arr
	s := arr[1:4]
	show("arr[1:4]", s)
	show("s[:5]", s[:5])
	show("s[2:2]", s[2:2])
	show("s[3:]", s[3:])
	show("s[1:2:2]", s[1:2:2])
	show("p[:3:4]", p[:3:4])
	show("p[:]", p[:])
	show("arr[:0:0]", arr[:0:0])
	show("s[3:5]", s[3:5])
	s[0] = 100
	p[2] = 200
	show("s", s)
	var null []int
	show("nil[:]", null[:])
	show("nil[0:0:0]", null[0:0:0])
	show("empty", []int{}[:])
	lo, hi, m := 1, 3, 4
	show("variables", s[lo:hi:m])
	t := s[len(s):]
	show("end", append(t, 300))
	fmt.Println(arr)
}
