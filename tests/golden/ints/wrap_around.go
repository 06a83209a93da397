// Integer operations of every width wrap around.
package main

import "fmt"

func main() {
	var i8, i16, i32, i64 = int8(127), int16(32767), int32(2147483647), int64(9223372036854775807)
	var u8, u16, u32, u64 = uint8(255), uint16(65535), uint32(4294967295), uint64(18446744073709551615)
	i8++
	i16++
	i32++
	i64++
	u8++
	u16++
	u32++
	u64++
	fmt.Println(i8, i16, i32, i64, u8, u16, u32, u64)
	fmt.Println(-i8, -i16, -i32, -i64, i8*i8, i16*3, i32*5, i64*7)
	u8--
	u16 -= 2
	u32 -= 3
	u64 -= 4
	fmt.Println(u8, u16, u32, u64, u8*u8, u16*u16, u32*u32, u64*u64)
	fmt.Println(u8+10 < u8, i8-1 > i8, -u8, ^u16)
}
