package main

import "fmt"

// Words as keys, in patterns that differ in few bits.

func check[K ~int | ~int32 | ~uint32 | ~uint64](name string, key func(int) K) {
	for _, n := range []int{1, 8, 9, 30, 1000} {
		m := map[K]int{}
		order := []K{}
		for i := range n {
			if _, ok := m[key(i)]; !ok {
				order = append(order, key(i))
			}
			m[key(i)] = i
		}
		for i, k := range order {
			if i%3 == 0 {
				delete(m, k)
			}
		}
		wrong := 0
		for i := range n {
			v, ok := m[key(i)]
			if ok && key(v) != key(i) || !ok && m[key(i)] != 0 {
				wrong++
			}
		}
		for i, k := range order {
			if _, ok := m[k]; ok == (i%3 == 0) {
				wrong++
			}
			m[k]++
		}
		fmt.Println(name, n, len(order), len(m), wrong)
	}
}

func main() {
	check("zero", func(i int) int { return 0 })
	check("sequence", func(i int) int { return i })
	check("negative", func(i int) int { return -i })
	check("both", func(i int) int { return i/2 ^ -(i & 1) })
	for _, shift := range []int{3, 8, 12, 20, 32, 48, 54, 60, 63} {
		check(fmt.Sprint("shifted by ", shift), func(i int) int { return i << shift })
	}
	check("powers", func(i int) uint64 { return 1 << (i % 64) })
	check("all but one", func(i int) uint64 { return ^(1 << (i % 64)) })
	check("two halves", func(i int) uint64 { return uint64(i%32)<<32 | uint64(i/32) })
	check("int32", func(i int) int32 { return int32(i) << 16 })
	check("uint32", func(i int) uint32 { return uint32(i) * 0x01010101 })
}
