// Texts of division, shift and make errors.
package main

import "fmt"

func try(name string, f func()) {
	defer func() { fmt.Println(name, "->", recover()) }()
	f()
}

func main() {
	zero, neg, big := 0, -1, 1<<62
	var u8, i64 = uint8(0), int64(0)
	try("int /", func() { fmt.Println(1 / zero) })
	try("int %", func() { fmt.Println(1 % zero) })
	try("uint8 /", func() { fmt.Println(7 / u8) })
	try("int64 %=", func() { x := int64(5); x %= i64; fmt.Println(x) })
	try("<<", func() { fmt.Println(1 << neg) })
	try(">>", func() { x := 8; x >>= neg; fmt.Println(x) })
	try("make len", func() { fmt.Println(len(make([]int, neg))) })
	try("make big", func() { fmt.Println(len(make([]int, big))) })
	try("make cap", func() { fmt.Println(len(make([]int, 0, neg))) })
	try("make len > cap", func() { fmt.Println(len(make([]byte, 2-neg, 2))) })
	try("make chan", func() { fmt.Println(cap(make(chan int, neg))) })
	try("make map", func() { fmt.Println(len(make(map[int]int, neg))) })
}
