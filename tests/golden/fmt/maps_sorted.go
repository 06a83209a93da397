// Maps print with sorted keys of every ordered kind.
package main

import "fmt"

type K struct {
	a int
	b string
}

func main() {
	zero := 0.0
	fmt.Println(map[int]string{3: "c", -1: "a", 2: "b"})
	fmt.Println(map[string]int{"b": 2, "": 0, "a": 1, "B": 3, "é": 4})
	fmt.Println(map[float64]int{2.5: 1, -1: 2, 1 / zero: 3, zero / zero: 4, -1 / zero: 5})
	fmt.Println(map[bool]int{true: 1, false: 0}, map[rune]bool{'z': true, 'a': false})
	fmt.Println(map[K]int{{2, "a"}: 1, {1, "z"}: 2, {1, "b"}: 3})
	fmt.Println(map[[2]int]string{{2, 1}: "x", {1, 9}: "y", {1, 2}: "z"})
	fmt.Println(map[any]int{2: 2, -1: 3, nil: 6, 1: 7}, map[error]int{nil: 1})
	fmt.Println(map[complex128]int{2: 1, 1 + 1i: 2, 1 - 1i: 3}, map[uint8]uint8{200: 1, 3: 2})
	fmt.Printf("%v %+v %#v\n", map[string]K{"y": {}, "x": {1, "q"}}, map[string]K{"x": {1, "q"}}, map[string]K{"y": {}, "x": {1, "q"}})
	fmt.Printf("%d %x %q\n", map[int]int{10: 11, 9: 12}, map[string]int{"b": 255, "a": 16}, map[string]string{"k": "v"})
}
