// Conversions between all integer types truncate or extend.
package main

import "fmt"

func main() {
	for _, v := range []int64{0, 1, -1, 127, 128, 255, 256, -129, 65535, 65536, -32769, 1 << 31, -1<<31 - 1, 1<<32 + 7, -1 << 63} {
		fmt.Println(v, ":", int8(v), int16(v), int32(v), int(v), uint8(v), uint16(v), uint32(v), uint64(v), uint(v), uintptr(v))
	}
	i8, u8 := int8(-2), uint8(254)
	fmt.Println(int16(i8), int64(i8), uint16(i8), uint32(i8), uint64(i8), uint8(i8))
	fmt.Println(int8(u8), int16(u8), int64(u8), uint64(u8), uint64(int8(u8)), int(uint32(i8)))
	u32 := uint32(0xFFFFFFFE)
	fmt.Println(int32(u32), int64(u32), int64(int32(u32)), uint16(u32), int8(u32))
	type Small int8
	type Wide uint64
	fmt.Println(Wide(Small(i8)), Small(Wide(u32)), rune(u8), byte(100+i8))
}
