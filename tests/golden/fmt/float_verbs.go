// Floats and complex numbers with every verb, flags, width and precision.
package main

import "fmt"

func main() {
	zero := 0.0
	for _, f := range []float64{0, 1, -1.5, 3.14159265, 1e21, 1.5e-7, 123456789, 1 / zero, -1 / zero, zero / zero} {
		fmt.Printf("%v|%g|%f|%e|%E|%G|%.2f|%8.3f|%-8.1f|%08.2f|%+.1e|% .3g|%.0f|%6.f|%+v\n", f, f, f, f, f, f, f, f, f, f, f, f, f, f, f)
	}
	fmt.Printf("%b %x %X %.3x %#g %#.3g %#v %v\n", 1.0, 1.5, -2.25, 3.14, 2.0, 2.0, 1.0, float32(0.1))
	fmt.Printf("%v|%.2f|%8.1f|%e|%g|%+v|%T\n", 1+2i, 1.234-5.678i, 1+2i, 1i, complex64(0.1+2i), 1-1i, 1i)
	fmt.Printf("%6.2f|%-6.2f|%+06.1f|%x\n", []float64{1, 2.345}, [2]float32{1, -2}, 3.25, 0.1)
	fmt.Printf("%.10g %.17g %.20f %.3g %g %g\n", 0.1, 0.1, 0.1, 1234567.0, 100000.0, 1e6)
	fmt.Printf("%5t|%-7t|%v|%q\n", true, false, true, true)
}
