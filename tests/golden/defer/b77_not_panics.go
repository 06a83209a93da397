// Reading, deleting from, ranging over and measuring nil things are not panics.
package main

import "fmt"

func main() {
	defer func() { fmt.Println("recovered:", recover()) }()
	var m map[string]int
	var s []int
	var p *[4]int
	var ch chan int
	v, ok := m["a"]
	fmt.Println(m["a"], v, ok, len(m))
	delete(m, "a")
	for range m {
		fmt.Println("never")
	}
	for range s {
		fmt.Println("never")
	}
	clear(m)
	fmt.Println(len(s), cap(s), s[:], len(p), cap(p), len(ch), cap(ch), append(s, 1))
	neg := -5
	fmt.Println(len(make(map[int]int, neg)))
	select {
	case <-ch:
		fmt.Println("never")
	default:
		fmt.Println("nil channel is never ready")
	}
}
