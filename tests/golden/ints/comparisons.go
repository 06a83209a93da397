// Signed and unsigned comparisons at the edges of each width.
package main

import "fmt"

func main() {
	i, u := int8(-1), uint8(255)
	fmt.Println(i < 0, u < 0, i == int8(u), uint8(i) == u, i < 1, u > 1)
	a, b := int64(-1<<63), int64(1<<63-1)
	fmt.Println(a < b, a-1 > b-1, uint64(a) > uint64(b), a <= a, b >= b+1, a != b)
	for _, p := range [][2]uint32{{0, 1}, {1 << 31, 1}, {1<<32 - 1, 1<<31 - 1}} {
		x, y := p[0], p[1]
		fmt.Println(x < y, x <= y, x > y, x >= y, int32(x) < int32(y), int32(x) >= int32(y))
	}
	var p, q uintptr = 1, 1 << 63
	fmt.Println(p < q, q-p > q)
}
