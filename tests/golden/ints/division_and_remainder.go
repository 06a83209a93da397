// Division truncates toward zero; the remainder has the sign of the dividend; the most negative value by -1.
package main

import "fmt"

func main() {
	for _, a := range []int{7, -7, 0, 1} {
		for _, b := range []int{2, -2, 3, -5, 1, -1} {
			q, r := a/b, a%b
			fmt.Print(q, " ", r, " ", q*b+r == a, "; ")
		}
		fmt.Println()
	}
	m8, m32, m64, one := int8(-128), int32(-1<<31), int64(-1<<63), -1
	fmt.Println(m8/int8(one), m8%int8(one), m32/int32(one), m32%int32(one), m64/int64(one), m64%int64(one))
	u := uint64(1<<63 + 5)
	fmt.Println(u/3, u%3, u/7, u%10, u/u, uint32(u)/2)
	fmt.Println(-9/4, -9%4, -8/4, -8%4, -9/8, -9%8, 100/-8)
	x := -9
	fmt.Println(x/4, x%4, x/8, x%8, x/16, x%1, x/1, x/-1)
}
