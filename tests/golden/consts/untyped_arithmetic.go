// Untyped constants are exact: big integers, big shifts, rational division.
package main

import "fmt"

const (
	huge  = 1 << 200
	small = huge >> 198
	third = 1.0 / 3
	one   = third * 3
	ratio = huge / (huge - 1)
	f     = 1e400 / 1e399
	mask  = ^0
	div   = 7 / 2
	fdiv  = 7 / 2.0
	neg   = -7 / 2
	rem   = -7 % 3
)

func main() {
	fmt.Println(small, third, one == 1, ratio, f, mask)
	fmt.Println(div, fdiv, neg, rem)
	fmt.Println(huge>>190+1, uint64(huge>>137), 0xFFFFFFFFFFFFFFFF>>1 == 1<<63-1)
	var u8 uint8 = ^uint8(0) >> 1
	var x uint32 = 1<<32 - 1
	fmt.Println(u8, x, -5>>1, 5&^4, 6^3, 6|1)
}
