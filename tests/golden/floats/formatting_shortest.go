// Println prints the shortest text that reads back, with exponents for large and small values.
package main

import "fmt"

func main() {
	fmt.Println(1.0, 100.0, 1e20, 1e21, 123456789.0, 1e-4, 1e-5, 0.000012345)
	fmt.Println(3.14159, 2.0/3, 1e100, 123456789012345678.0, 12345678901234567890123.0)
	fmt.Println(float32(3.14159), float32(2)/3, float32(1e10), float32(16777217), float32(1e21), float32(0.1))
	fmt.Println(-0.5, 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308)
	fmt.Println([]float64{1, 2.5, -3e-7}, struct{ X, Y float32 }{1.1, 2.2})
}
