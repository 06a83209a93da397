// Functions with more arguments than fit in registers, of mixed kinds.
package main

import "fmt"

func ints(a, b, c, d, e, f, g, h, i, j, k, l int) int {
	return a + 2*b + 3*c + 4*d + 5*e + 6*f + 7*g + 8*h + 9*i + 10*j + 11*k + 12*l
}

func mixed(a int8, x float32, s string, b bool, y float64, sl []int, c complex128, e any, u uint16, z float32, f func() int, m map[string]int, t string) string {
	return fmt.Sprint(a, x, s, b, y, sl, c, e, u, z, f(), m, t)
}

func floats(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q float64) float64 {
	return a - b + c - d + e - f + g - h + i - j + k - l + m - n + o - p + q*100
}

func bytes(a, b, c, d, e, f, g, h, i, j uint8, k int64, l uint8) (n int) {
	for _, v := range []uint8{a, b, c, d, e, f, g, h, i, j, uint8(k), l} {
		n = n*2 + int(v)
	}
	return
}

func main() {
	fmt.Println(ints(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12))
	fmt.Println(mixed(-1, 1.5, "s", true, 2.5, []int{1, 2}, 1i, 'x', 65535, -0.5, func() int { return 9 }, map[string]int{"k": 1}, "end"))
	fmt.Println(floats(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17))
	fmt.Println(bytes(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 255, 12))
}
