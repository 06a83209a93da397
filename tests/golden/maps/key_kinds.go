// Keys of every comparable kind: numbers, strings, bools, structs, arrays, pointers, interfaces, channels.
package main

import "fmt"

type P struct {
	x int
	s string
}

type Key interface{ K() int }
type K1 int

func (k K1) K() int { return int(k) }

func main() {
	i8, u64 := map[int8]int{-1: 1, 127: 2}, map[uint64]string{1 << 63: "big"}
	b, f := map[bool]int{true: 1}, map[float32]int{0.5: 5, -0.0: 6}
	st := map[P]int{{1, "a"}: 1, {1, "b"}: 2}
	arr := map[[2]string]int{{"a", "b"}: 1}
	p, q := &P{}, &P{}
	ptr := map[*P]int{p: 1}
	ch := make(chan int)
	chs := map[chan int]string{ch: "ch"}
	ifs := map[Key]string{K1(1): "one"}
	anys := map[any]string{1: "int", int8(1): "int8", "1": "string", P{1, "a"}: "P", [1]int{1}: "array", nil: "nil", 1.5: "float", true: "bool"}
	fmt.Println(i8[-1], i8[127], i8[0], u64[1<<63], b[true], b[false], f[0.5], f[0])
	fmt.Println(st[P{1, "b"}], st[P{2, "a"}], arr[[2]string{"a", "b"}], ptr[p], ptr[q], chs[ch], ifs[K1(1)], ifs[K1(2)] == "")
	fmt.Println(anys[1], anys[int8(1)], anys["1"], anys[P{1, "a"}], anys[[1]int{1}], anys[nil], anys[1.5], anys[true], anys[int16(1)] == "", len(anys))
	nested := map[string]map[int][]string{"a": {1: {"x"}}}
	nested["a"][1] = append(nested["a"][1], "y")
	fmt.Println(nested, nested["b"][1] == nil)
}
