// min and max of floats propagate NaN and order the zeros.
package main

import "fmt"

func main() {
	zero := 0.0
	nan, inf, nz := zero/zero, 1/zero, 1/(-1/zero)
	fmt.Println(min(1.5, 2, zero), max(1.5, 2, zero), min(nan, 1), max(1, nan), min(inf, -inf), max(inf, 5))
	fmt.Println(1/min(zero, nz), 1/max(zero, nz), 1/min(nz, zero), 1/max(nz, zero))
	a, b := float32(2.5), float32(-2.5)
	fmt.Println(min(a, b), max(a, b), min(a, 1), max(b, -10))
	fmt.Println(min(nan, inf, 1), max(-inf, nan))
}
