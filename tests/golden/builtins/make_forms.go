// make of slices, maps and channels with sizes of several types.
package main

import "fmt"

type Ints []int
type M map[string]Ints
type C chan bool

func main() {
	var n8 uint8 = 3
	var n64 int64 = 4
	a, b, c := make([]int, n8), make([]string, n64, n64*2), make(Ints, 1.0, 2e1)
	m, m2 := make(M), make(map[int]bool, n8)
	ch, ch2 := make(C), make(C, n8)
	fmt.Println(a, len(b), cap(b), len(c), cap(c), m, m2, cap(ch), cap(ch2))
	m["x"] = append(m["x"], 1)
	ch2 <- true
	fmt.Println(m, len(ch2), make([]struct{}, 1<<40)[1<<39], make([][2]int, 2))
	z := make([]int, 0)
	fmt.Println(z == nil, len(z), cap(z), make([]byte, 3, 3)[2], len(make([]float64, 'a')))
	grid := make([][]rune, 2)
	for i := range grid {
		grid[i] = make([]rune, 3)
		for j := range grid[i] {
			grid[i][j] = 'a' + rune(i*3+j)
		}
	}
	fmt.Println(string(grid[0]), string(grid[1]))
}
