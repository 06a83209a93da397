// Arrays of arrays: indexing, partial copies, range, pointers to inner arrays.
package main

import "fmt"

func main() {
	var g [3][4]int
	for i := range g {
		for j := range g[i] {
			g[i][j] = i*10 + j
		}
	}
	row := g[1]
	row[0] = -1
	pr := &g[2]
	pr[3] = -2
	fmt.Println(g, row, len(g), len(g[0]))
	g[0], g[2] = g[2], g[0]
	fmt.Println(g, pr)
	t := [2][2][2]byte{{{1, 2}, {3, 4}}, {{5, 6}, {7, 8}}}
	sum := 0
	for _, a := range t {
		for _, b := range a {
			for _, c := range b {
				sum += int(c)
			}
		}
	}
	fmt.Println(sum, t[1][0], t == [2][2][2]byte{{{1, 2}, {3, 4}}, {{5, 6}, {7, 8}}})
}
