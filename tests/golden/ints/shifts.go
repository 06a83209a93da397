// Shifts by variables: counts beyond the width, signed right shifts, all count types.
package main

import "fmt"

func main() {
	i8, i32, i64 := int8(-100), int32(-100), int64(-100)
	u8, u32, u64 := uint8(200), uint32(200), uint64(200)
	for _, n := range []uint{0, 1, 4, 7, 8, 31, 32, 63, 64, 100, 1 << 40} {
		fmt.Println(n, i8<<n, i8>>n, u8<<n, u8>>n, i32<<n, i32>>n, u32<<n, u32>>n, i64<<n, i64>>n, u64<<n, u64>>n)
	}
	var c8 int8 = 3
	var c64 uint64 = 1<<63 + 1
	fmt.Println(1<<c8, u64>>c64, i64>>c64, uint8(1)<<c8<<c8)
	x := 1
	x <<= 10
	x >>= 3
	fmt.Println(x, x<<2>>1, uint16(1)<<15, int16(1)<<(c8*5))
}
