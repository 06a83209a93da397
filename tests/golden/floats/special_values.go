// Infinities, NaN and signed zeros in arithmetic and comparison.
package main

import "fmt"

func main() {
	zero := 0.0
	inf, ninf := 1/zero, -1/zero
	nan := zero / zero
	nzero := -zero
	nz := -1 / inf
	fmt.Println(inf, ninf, nan, inf+ninf, inf*zero, nzero, nz, 1/nz)
	fmt.Println(nan == nan, nan != nan, nan < 1, nan > 1, nan <= nan, nan >= nan)
	fmt.Println(inf > 1e308, ninf < -1e308, inf == inf, nz == zero, nz < zero, inf == -ninf)
	fmt.Println(1/inf, 5/ninf, -inf, inf-inf, zero-zero, -zero, zero*-1)
	f32 := float32(1e38)
	fmt.Println(f32*10, -f32*f32, f32/f32/0.1)
}
