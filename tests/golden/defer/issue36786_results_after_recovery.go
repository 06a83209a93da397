// go.dev/issue/36786: results of all kinds survive the way out through a recovery.
package main

type point struct{ x, y float64 }

//go:noinline
func fails(n int) int { return 1 / n }

func many(n int) (a int, b string, c float64, d []int, e point, f error, g any, h [3]int8, i bool) {
	defer func() {
		recover()
		a++
	}()
	a, b, c, d, e, g, h, i = 1, "b", 2.5, []int{3}, point{4, 5}, 6, [3]int8{7, 8, 9}, true
	a = fails(n)
	return 0, "", 0, nil, point{}, nil, nil, h, false
}

func main() {
	a, b, c, d, e, f, g, h, i := many(0)
	println(a, b, c, d[0], e.x, e.y, f == nil, g.(int), h[2], i)
	a, b, c, d, e, f, g, h, i = many(1)
	println(a, b, c, len(d), e.x, e.y, f == nil, g == nil, h[2], i)
}
