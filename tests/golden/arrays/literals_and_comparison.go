// Array literals with indices and lengths from the elements; == compares element by element.
package main

import "fmt"

type P struct{ x, y int }

func main() {
	a := [...]string{2: "c", "d", 0: "a"}
	b := [...]int{5: 1, 3: 2, 4}
	const i = 1
	c := [4]rune{i: 'x', i + 1: 'y'}
	fmt.Printf("%q %d %v %q %T %T\n", a, len(a), b, c, a, b)
	fmt.Println([2]int{1, 2} == [2]int{1, 2}, [2]string{"a"} == [2]string{"a", "b"}, [0]int{} == [0]int{})
	ps := [...]P{{1, 2}, {y: 3}, {}}
	pp := [...]*P{{4, 5}, nil}
	fmt.Println(ps, *pp[0], pp[1] == nil, ps[0] == P{1, 2}, ps == [3]P{{1, 2}, {0, 3}, {0, 0}})
	x, y := [3]float64{1, 2}, [3]float64{1, 2, 0}
	z := 0.0
	y[1] = z / z
	fmt.Println(x == y, y == y, [2]any{1, "a"} == [2]any{1, "a"})
}
