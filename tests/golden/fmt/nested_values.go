// %v, %+v and %#v of nested structs, slices, maps, arrays, pointers, interfaces, nils.
package main

import "fmt"

type In struct {
	A int
	b string
}
type Out struct {
	In
	P    *In
	S    []In
	M    map[string]In
	E    any
	F    func()
	C    chan int
	Arr  [2]bool
	Err  error
	Anon struct{ x float64 }
}

func main() {
	o := Out{In: In{1, "x"}, S: []In{{2, "y"}}, M: map[string]In{"k": {3, "z"}}, E: In{4, "w"}, Arr: [2]bool{true}}
	fmt.Printf("%v\n%+v\n%#v\n", o, o, o)
	p := &In{5, "p"}
	fmt.Printf("%v %+v %#v\n", p, p, p)
	fmt.Printf("%v %+v\n", &[]int{1, 2}, &map[string]int{"a": 1})
	fmt.Printf("%#v %#v\n", &[]string{"a"}, &[2]int{1, 2})
	fmt.Printf("%v %+v %#v\n", []any{1, "a", nil, In{}}, []any{nil}, []any{1, "a", nil, 2.5, true, 'x'})
	fmt.Printf("%#v %#v %#v %#v %#v\n", map[string][]int{"b": {1}, "a": nil}, []string(nil), map[int]bool(nil), struct{}{}, [0]int{})
	fmt.Printf("%v %v\n", map[string][]In{"z": {{1, "1"}}, "a": {}}, [][]string{{"a", "b"}, {}, nil})
	fmt.Printf("%#v %#v %#v %#v\n", int8(1), uint(2), 1.0, "q\"")
	fmt.Printf("%#v %#v %#v\n", uintptr(3), byte(4), 1+2i)
}
