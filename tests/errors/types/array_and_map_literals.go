// Array, slice and map literals with duplicate or wrong keys and too many elements.
package main

func main() {
	n := 1
	_ = [2]int{1, 2, 3} // ERROR `^index 2 is out of bounds \(>= 2\)$`
	_ = [2]int{5: 1} // ERROR `^invalid argument: index 5 out of bounds \[0:2\]$`
	_ = []int{0: 1, 0: 2} // ERROR `^duplicate index 0 in array or slice literal$`
	_ = []int{-1: 1} // ERROR `^invalid argument: index -1 \(constant of type int\) must not be negative$`
	_ = []int{"a": 1} // ERROR `^cannot convert "a" \(untyped string constant\) to type int$`
	_ = []int{n: 1} // ERROR `^index n must be integer constant$`
	_ = []int{1.5: 1} // ERROR `^1\.5 \(untyped float constant\) truncated to int$`
	_ = []int{"x", 2} // ERROR `^cannot use "x" \(untyped string constant\) as int value in array or slice literal$`
	_ = map[string]int{"a": 1, "a": 2} // ERROR `^duplicate key "a" in map literal$`
	_ = map[string]int{1: 1} // ERROR `^cannot use 1 \(untyped int constant\) as string value in map literal$`
	_ = map[string]int{"a": "b"} // ERROR `^cannot use "b" \(untyped string constant\) as int value in map literal$`
	_ = map[string]int{"a"} // ERROR `^missing key in map literal$`
	_ = map[int]bool{1: true, 2: false, 1: true} // ERROR `^duplicate key 1 in map literal$`
	_ = [...]string{1, 2} // ERROR `^cannot use 1 \(untyped int constant\) as string value in array or slice literal$` `^cannot use 2 \(untyped int constant\) as string value in array or slice literal$`
	_ = [n]int{} // ERROR `^invalid array length n$`
	_ = [-1]int{} // ERROR `^invalid array length -1 \(untyped int constant\)$`
	_ = [1.5]int{} // ERROR `^array length 1\.5 \(untyped float constant\) must be integer$`
	_ = ["x"]int{} // ERROR `^array length "x" \(untyped string constant\) must be integer$`
	var x [...]int // ERROR `^invalid use of \[\.\.\.\] array \(outside a composite literal\)$`
	_ = x
	_ = map[[]int]string{} // ERROR `^invalid map key type \[\]int$`
	_ = map[func()]int{} // ERROR `^invalid map key type func\(\)$`
	_ = [2]int{0: 1, 2, 3} // ERROR `^index 2 is out of bounds \(>= 2\)$`
	_ = map[any]int{1: 1, "1": 2, 1: 3} // ERROR `^duplicate key 1 in map literal$`
}
