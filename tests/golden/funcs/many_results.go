// Functions with more results than fit in registers, named and unnamed, passed on to other calls.
package main

import "fmt"

func many() (int, string, float64, []byte, bool, error, map[string]int, any, int8, float32, complex64) {
	return 1, "two", 3.5, []byte("four"), true, nil, map[string]int{"seven": 7}, 8, -9, 10.5, 11i
}

func named(n int) (a, b, c, d, e, f, g, h, i, j int) {
	a, j = n, n*10
	b, c, d = a+1, a+2, a+3
	if n > 5 {
		return 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
	}
	i = j
	return
}

func sum(xs ...int) (s int) {
	for _, x := range xs {
		s += x
	}
	return
}

func pass() (int, string, float64, []byte, bool, error, map[string]int, any, int8, float32, complex64) {
	return many()
}

func main() {
	fmt.Println(many())
	fmt.Println(named(2))
	fmt.Println(sum(named(6)), sum(named(1)))
	a, _, c, d, _, err, m, e, i, f, z := pass()
	fmt.Println(a, c, string(d), err == nil, m["seven"], e, i, f, z)
}
