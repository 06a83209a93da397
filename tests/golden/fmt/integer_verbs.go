// Integers with every verb, flag, width and precision.
package main

import "fmt"

func main() {
	for _, n := range []int{0, 42, -42, 1 << 40} {
		fmt.Printf("%d|%5d|%-5d|%05d|%+d|% d|%b|%o|%#o|%O|%x|%X|%#x|%#X|%c|%q|%U|%#U|%v|%T\n",
			n, n, n, n, n, n, n, n, n, n, n, n, n, n, n&0xffff|64, n&0xffff|64, n&0xffff|64, n&0xffff|64, n, n)
	}
	fmt.Printf("%3d|%-3d|%03d|%x|%X|%b|%d\n", uint8(200), int8(-5), int16(7), uint64(1<<64-1), int8(-128), uint16(5), uintptr(9))
	fmt.Printf("%.3d|%8.3d|%-8.3d|%08.3d|%+.2d|%.0d|%.0d|%+08d|%-+8d|\n", 5, 5, 5, 5, 5, 0, 1, 42, 42)
	fmt.Printf("%x|%X|% x|%#x|%08b|%#b|%20b|\n", -255, -255, 255, -255, 5, 5, -5)
	fmt.Printf("%c%c%c|%5c|%-3c|%q|%+q|%#q|%q\n", 'a', '世', 0x1F600, 'x', 'y', 'z', '世', 'q', '\n')
	fmt.Printf("%d %v %x\n", []int{1, -2}, []uint16{3}, []int{10, 255})
}
