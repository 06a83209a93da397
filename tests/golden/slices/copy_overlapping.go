// copy returns the smaller length and handles overlap; strings copy into bytes.
package main

import "fmt"

func main() {
	a := []int{0, 1, 2, 3, 4, 5, 6, 7}
	fmt.Println(copy(a[2:], a), a)
	b := []int{0, 1, 2, 3, 4, 5, 6, 7}
	fmt.Println(copy(b, b[3:]), b)
	c := make([]int, 2)
	fmt.Println(copy(c, b), c, copy(c, b[:0]), copy(c[:0], b))
	d := make([]byte, 5)
	fmt.Println(copy(d, "héllo"), d, copy(d[3:], "zz"), string(d[3:]))
	s := []string{"a", "b", "c", "d"}
	copy(s[1:], s[:3])
	fmt.Println(s)
	type T struct{ x, y [3]int }
	ts := []T{{x: [3]int{1}}, {x: [3]int{2}}, {}}
	copy(ts[1:], ts)
	ts[0].x[0] = 9
	fmt.Println(ts)
}
