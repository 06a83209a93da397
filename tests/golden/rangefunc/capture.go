package main

import "fmt"

type point struct{ x, y int }

func upto(n int) func(func(int) bool) {
	return func(yield func(int) bool) {
		for i := 0; i < n && yield(i); i++ {
		}
	}
}

func main() {
	var total, calls int
	p := point{1, 2}
	q := &p
	s := []int{}
	m := map[string]int{}
	var arr [5]int
	name := "n"
	for i := range upto(5) {
		total += i
		calls++
		p.x += i
		q.y *= 2
		s = append(s, i*i)
		m[fmt.Sprint(name, i%2)]++
		arr[i] = total
		for j := range upto(i) {
			total += j
			arr[j]++
			i++
		}
	}
	fmt.Println(total, calls, p, *q, s, m, arr)

	var ps []*int
	for i := range upto(3) {
		ps = append(ps, &i)
	}
	for _, p := range ps {
		fmt.Print(*p, " ")
	}
	fmt.Println()

	for i := 0; i < 3; i++ {
		for j := range upto(2) {
			i += j
		}
		fmt.Print(i, " ")
	}
	fmt.Println()

	var err error
	var k, v any
	for k = range upto(2) {
		v, err = k, fmt.Errorf("e%v", k)
	}
	fmt.Println(k, v, err)

	type local struct{ a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r int }
	var l local
	for i := range upto(4) {
		l.r += i
		c := l
		c.a = 9
		if i == 3 {
			fmt.Println(c.r, c.a, l.a)
		}
	}

	x := 1
	func() {
		for i := range upto(3) {
			func() {
				for range upto(2) {
					x = x*2 + i
				}
			}()
		}
	}()
	fmt.Println(x)
}
