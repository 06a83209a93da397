// float32 and float64 arithmetic rounds at each operation to its own width.
package main

import "fmt"

func main() {
	a, b := 0.1, 0.2
	c, d := float32(0.1), float32(0.2)
	fmt.Println(a+b, c+d, a+b == 0.3, c+d == 0.3, float64(c), float32(a) == c)
	x := float32(16777216)
	fmt.Println(x+1 == x, x+2, float64(x)+1, x*x, x/3, 1/x)
	sum32, sum64 := float32(0), 0.0
	for i := 1; i <= 1000; i++ {
		sum32 += 1 / float32(i)
		sum64 += 1 / float64(i)
	}
	fmt.Println(sum32, sum64)
	fmt.Println(1e308*10/10, 5e-324/2, 5e-324*3, 1.7976931348623157e308, float32(1e-45))
	t := 2.0
	t *= 3
	t -= 0.5
	t /= 4
	t++
	fmt.Println(t, -t, +t)
}
