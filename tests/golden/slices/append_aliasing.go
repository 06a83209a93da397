// append shares the array while there is capacity and moves when there is not.
package main

import "fmt"

func main() {
	a := make([]int, 3, 5)
	b := append(a, 1)
	c := append(a, 2)
	fmt.Println(a, b, c, len(b), cap(b))
	d := append(c, 3, 4)
	d[0] = 100
	fmt.Println(a, b, c, d, len(d))
	e := a[:2]
	e = append(e, 77)
	fmt.Println(a, e)
	f := a[:2:2]
	f = append(f, 88)
	f[0] = -1
	fmt.Println(a, f)
	var n []int
	n = append(n)
	fmt.Println(n == nil, append(n, n...) == nil, append([]int{}, n...) == nil)
	s := []int{1, 2, 3, 4}
	s = append(s[:1], s[2:]...)
	fmt.Println(s, s[:4])
	s = append(s, s...)
	fmt.Println(s)
}
