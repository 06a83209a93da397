// Slices of slices, literals with indices, slices of structs, pointers, funcs and interfaces.
package main

import "fmt"

type P struct{ x, y int }

func main() {
	tri := make([][]int, 5)
	for i := range tri {
		tri[i] = make([]int, i+1)
		tri[i][0], tri[i][i] = 1, 1
		for j := 1; j < i; j++ {
			tri[i][j] = tri[i-1][j-1] + tri[i-1][j]
		}
	}
	fmt.Println(tri)
	fmt.Println([]string{3: "d", 1: "b"}, len([]int{9: 0}), []P{{1, 2}, {}}, [][]int{{1}, nil, {2, 3}})
	ps := []*P{{1, 2}, {3, 4}}
	for _, p := range ps {
		p.x += p.y
	}
	fmt.Println(*ps[0], ps[1].x)
	mixed := []any{1, "two", 3.0, nil, []int{4}, P{5, 6}, 'x', true}
	fmt.Println(mixed...)
	fs := []func(int) int{func(n int) int { return n + 1 }, func(n int) int { return n * 10 }}
	fmt.Println(fs[0](5), fs[1](fs[0](5)))
}
