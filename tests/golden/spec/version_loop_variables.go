//go:build go1.21

package main

import "fmt"

// Before Go 1.22 the variables of a loop are shared by its iterations.
func main() {
	var fs []func() int
	for i := 0; i < 3; i++ {
		fs = append(fs, func() int { return i })
	}
	for i, s := range []string{"a", "b"} {
		fs = append(fs, func() int { return i*10 + len(s) })
	}
	for _, f := range fs {
		fmt.Print(f(), " ")
	}
	fmt.Println()
	var ps []*int
	for k := range map[int]bool{5: true} {
		ps = append(ps, &k)
	}
	for i := 0; i < 2; i++ {
		ps = append(ps, &i)
	}
	fmt.Println(*ps[0], *ps[1], ps[1] == ps[2])
	defer func() { fmt.Println() }()
	for i := 0; i < 3; i++ {
		defer func() { fmt.Print(i, " ") }()
	}
}
