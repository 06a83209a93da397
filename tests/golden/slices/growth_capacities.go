// Capacities after append follow the growth rule and the size classes.
package main

import "fmt"

type three struct{ a, b, c byte }
type big struct{ x [5]int64 }

// Package variables, since gc may give a slice that does not escape a first buffer in the frame.
var (
	bytes []byte
	ints  []int
	i32   []int32
	strs  []string
	ts    []three
	bs    []big
	zs    []struct{}
)

func main() {
	last := [7]int{-1, -1, -1, -1, -1, -1, -1}
	show := func(k int, name string, n, c int) {
		if c != last[k] {
			last[k] = c
			fmt.Print(name, n, ":", c, " ")
		}
	}
	for n := 1; n <= 2000; n++ {
		bytes = append(bytes, 1)
		show(0, "b", n, cap(bytes))
		ints = append(ints, 1)
		show(1, "i", n, cap(ints))
		i32 = append(i32, 1)
		show(2, "w", n, cap(i32))
		strs = append(strs, "")
		show(3, "s", n, cap(strs))
		if n <= 600 {
			ts = append(ts, three{})
			show(4, "t", n, cap(ts))
			bs = append(bs, big{})
			show(5, "g", n, cap(bs))
		}
		zs = append(zs, struct{}{})
	}
	fmt.Println()
	ints, bytes = nil, nil
	ints = append(ints, 1, 2, 3, 4, 5)
	bytes = append(bytes, make([]byte, 33)...)
	fmt.Println(len(zs), cap(ints), cap(bytes))
	ints = append(ints[:4:4], 1, 2, 3, 4, 5)
	bytes = append(bytes[:5:5], "0123456789"...)
	fmt.Println(cap(ints), cap(bytes))
}
