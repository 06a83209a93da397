// Conversions between floats and integers truncate toward zero; between float widths they round.
package main

import "fmt"

func main() {
	for _, f := range []float64{0, 1.5, -1.5, 2.9999, -2.9999, 1e9, -1e9, 123456789.987} {
		fmt.Println(f, int(f), int32(f), int64(f), float32(f))
	}
	for _, f := range []float64{0.5, 200.7, 65000.1, 4e9} {
		fmt.Println(uint64(f), uint32(f), uint16(uint64(f)), uint8(uint64(f)))
	}
	fmt.Println(int8(int(-100.9+zero())), uint64(1<<63+zero()*0+1<<62), int64(-1<<62+zero()))
	i, u := int64(1<<53+1), uint64(1<<64-1)
	fmt.Println(float64(i), float32(i), float64(u), float32(u), float64(int32(-7)), float32(uint8(200)))
	fmt.Println(float64(uint64(1<<63+1025)), float64(uint32(4294967295)), float32(int64(-16777217)))
	fmt.Println(float64(float32(0.1)), float32(1e40+zero()), float32(1e-50+zero()))
}

func zero() float64 { return 0 }
