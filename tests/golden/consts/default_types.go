// Untyped constants take their default types; runes, floats and complex mix by kind.
package main

import "fmt"

func main() {
	const r, i, fl, c = 'a', 1, 2.5, 3i
	fmt.Printf("%T %T %T %T %T %T\n", r, i, fl, c, "s", true)
	fmt.Printf("%T %T %T %T\n", r+i, i+fl, fl+c, r*2.0)
	fmt.Printf("%v %v %v %v\n", r+i, i+fl, fl+c, r*2.0)
	var x float32 = 1
	y := x * 2
	var d byte = 'a' + 1
	var e any = 1 << 3
	fmt.Printf("%T %v %T %v %T %v\n", y, y, d, d, e, e)
	n := 3
	var f64 float64 = 1 << 3
	var sh int32 = 1.0 << n
	w := uint64(1<<n + 2.0)
	fmt.Printf("%v %T %v %T %v\n", f64, sh, sh, w, w)
}
