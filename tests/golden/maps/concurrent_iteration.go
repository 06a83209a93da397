package main

import "runtime"

// A map that is gone over while another goroutine changes it.

var sink int

func main() {
	runtime.GOMAXPROCS(2)
	m := map[int]int{}
	for i := range 100 {
		m[i] = i
	}
	go func() {
		for {
			for i := range 1_000_000 {
				m[i] = i
			}
			clear(m)
		}
	}()
	for {
		for k := range m {
			sink += k
		}
	}
}
