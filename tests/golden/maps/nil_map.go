// A nil map reads as empty and panics on assignment.
package main

import "fmt"

func main() {
	var m map[string][]int
	fmt.Println(m == nil, len(m), m["x"] == nil, m)
	delete(m, "x")
	for range m {
		fmt.Println("never")
	}
	func() {
		defer func() { fmt.Println(recover()) }()
		m["x"] = append(m["x"], 1)
	}()
	m = map[string][]int{}
	m["x"] = append(m["x"], 1)
	fmt.Println(m == nil, m)
	var s struct{ in map[int]bool }
	fmt.Println(s.in[3], s)
}
