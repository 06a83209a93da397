// Variables that are only assigned to count as unused, in function literals too.
package main

func main() {
	a := 1 // ERROR "declared and not used: a"
	b := 2 // ERROR "declared and not used: b"
	c, d := 3, 4 // ERROR "declared and not used: c"
	var e int
	f := func(p int) int { // ERROR "declared and not used: f"
		x := 1 // ERROR "declared and not used: x"
		b = 5
		y := 2
		return y
	}
	e = 1
	e++
	e += 1
	(c) = 4
	for i, v := range []int{} { // ERROR "declared and not used: i" "declared and not used: v"
	}
	for i := 0; ; { // ERROR "declared and not used: i"
	}
	go func() { g := d }() // ERROR "declared and not used: g"
	switch h := 1; { // ERROR "declared and not used: h"
	}
	var s struct{ n int }
	s.n = 1
	var arr [1]int
	arr[0] = 1
	var p *int
	*p = 1
	func() { a = 2 }()
}
