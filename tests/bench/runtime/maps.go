package main

import (
	"fmt"
	"strconv"
	"time"
)

var sink int

func report(what string, n int, start time.Time) {
	fmt.Printf("%s\t%.2f\n", what, float64(time.Since(start).Nanoseconds())/float64(n))
}

func ints(size, rounds int) {
	tag := " " + strconv.Itoa(size)
	keys := make([]int, size)
	x := uint64(88172645463325252)
	for i := range keys {
		x ^= x << 13
		x ^= x >> 7
		x ^= x << 17
		keys[i] = int(x)
	}
	start := time.Now()
	var m map[int]int
	for range rounds {
		m = map[int]int{}
		for i, k := range keys {
			m[k] = i
		}
	}
	report("map[int]int insert"+tag, size*rounds, start)
	start = time.Now()
	for range rounds * 4 {
		for _, k := range keys {
			sink += m[k]
		}
	}
	report("map[int]int hit"+tag, size*rounds*4, start)
	start = time.Now()
	for range rounds * 4 {
		for _, k := range keys {
			sink += m[k+1]
		}
	}
	report("map[int]int miss"+tag, size*rounds*4, start)
	start = time.Now()
	for range rounds * 4 {
		for k, v := range m {
			sink += k ^ v
		}
	}
	report("map[int]int iterate"+tag, size*rounds*4, start)
}

func strs(size, rounds int) {
	tag := " " + strconv.Itoa(size)
	keys := make([]string, size)
	for i := range keys {
		keys[i] = "key-" + strconv.Itoa(i*7919)
	}
	start := time.Now()
	var m map[string]int
	for range rounds {
		m = map[string]int{}
		for i, k := range keys {
			m[k] = i
		}
	}
	report("map[string]int insert"+tag, size*rounds, start)
	start = time.Now()
	for range rounds * 4 {
		for _, k := range keys {
			sink += m[k]
		}
	}
	report("map[string]int hit"+tag, size*rounds*4, start)
}

func main() {
	ints(8, 200_000)
	ints(1000, 2000)
	ints(1_000_000, 1)
	strs(1000, 1000)
	strs(100_000, 4)
}
