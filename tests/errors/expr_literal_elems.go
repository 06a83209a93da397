// Array, slice and map literals.
package main

type P struct{ x, y int }

func main() {
	var n = 1
	_ = [2]int{1, 2, 3} // ERROR `index 2 is out of bounds \(>= 2\)`
	_ = [2]int{5: 1} // ERROR `invalid argument: index 5 out of bounds \[0:2\]`
	_ = [...]int{3: 1, 2, 0: 5, 3: 6} // ERROR "duplicate index 3 in array or slice literal"
	_ = []int{n: 1} // ERROR "index n must be integer constant"
	_ = []int{"a": 1} // ERROR `cannot convert "a" \(untyped string constant\) to type int`
	_ = []int{-1: 1} // ERROR `invalid argument: index -1 \(constant of type int\) must not be negative`
	_ = []int{1.0: 1, 'a': 2}
	_ = []string{1, "a"} // ERROR `cannot use 1 \(untyped int constant\) as string value in array or slice literal`
	_ = []P{{1, 2}, {x: 1}, {1}, {z: 1}} // ERROR "too few values in struct literal of type P" "unknown field z in struct literal of type P"
	_ = []*P{{1, 2}, &P{}, nil, {"x", 1}} // ERROR `cannot use "x" \(untyped string constant\) as int value in struct literal`
	_ = []**P{{}} // ERROR `invalid composite literal element type \*\*P`
	_ = [][]int{{1}, {"a"}, nil} // ERROR `cannot use "a" \(untyped string constant\) as int value in array or slice literal`
	_ = map[string]int{"a": 1, "b": 2, "a": 3} // ERROR `duplicate key "a" in map literal`
	_ = map[string]int{"a"} // ERROR "missing key in map literal"
	_ = map[string]int{1: "a"} // ERROR `cannot use 1 \(untyped int constant\) as string value in map literal`
	_ = map[interface{}]int{1: 1, 1.0: 2, "1": 3, int8(1): 4, 1: 5} // ERROR "duplicate key 1 in map literal"
	_ = map[P]int{{1, 2}: 1, {1, 2}: 2, {"a", 1}: 3} // ERROR `cannot use "a" \(untyped string constant\) as int value in struct literal`
	_ = map[bool]int{true: 1, false: 2, !false: 3} // ERROR "duplicate key true in map literal"
	_ = map[float64]int{1: 1, 1.0: 2} // ERROR "duplicate key 1 in map literal"
	_ = [3]int{}[3] // ERROR `invalid argument: index 3 out of bounds \[0:3\]`
}
