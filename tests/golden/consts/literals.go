// Integer, float, rune and string literals in every notation.
package main

import "fmt"

func main() {
	fmt.Println(0b1011, 0o17, 017, 0x1F, 1_000_000, 0x_ff, 0b1, 0xaB, 0o7)
	fmt.Println(1., .5, 1e3, 1e-2, 0x1p4, 0x1.8p1, 0x.8p0, 1_0.2_5, 0x1p-2)
	fmt.Println('a', '\n', '\'', '\x41', '\101', '\u4e16', '\U0001F600', '世')
	fmt.Println(3i, 0x10i, 0b11i, 1.5e1i, 12i)
	fmt.Printf("%q\n", "a\tb\"\\\x41\u00e9\a\b\f\v\r")
	fmt.Printf("%q\n", `raw\n "x"
second line`)
	fmt.Println(len("\xff\u00ff"), len("世界"), len(`\u00ff`))
}
