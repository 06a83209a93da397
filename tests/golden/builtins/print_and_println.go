// print and println write to standard error, in their own formats.
package main

import "fmt"

type B bool
type S string

func main() {
	println("text", 1, -2, 2.5, true, 'x', 1i)
	println()
	print("a", 1, "b", 2, "\n")
	println(int8(-8), uint64(1<<64-1), float32(0.1), 1e100, 1e-7, 100000000.0, complex64(1-2i))
	println(B(true), S("named"), uintptr(16), byte(65), rune(65))
	var np *int
	var ns []int
	var nm map[int]int
	var ne any
	println(np, len(ns), nm == nil, ne == nil, nil == np)
	zero := 0.0
	println(1/zero, -1/zero, zero/zero, -zero, 123456789.125, float32(1)/3)
	fmt.Println("standard output")
	const big = 1 << 40
	println(big, "end")
}
