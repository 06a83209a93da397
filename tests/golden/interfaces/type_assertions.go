// Type assertions to concrete and interface types, with and without ok.
package main

import (
	"errors"
	"fmt"
)

type Namer interface{ Name() string }
type Sizer interface{ Size() int }
type Both interface {
	Namer
	Sizer
}
type A struct{ n int }
type B string

func (a A) Name() string  { return "A" }
func (a A) Size() int     { return a.n }
func (b *B) Name() string { return "B" + string(*b) }

func main() {
	var n Namer = A{3}
	a, ok := n.(A)
	fmt.Println(a, ok)
	s, ok := n.(Sizer)
	fmt.Println(s.Size(), ok)
	b := B("x")
	n = &b
	_, ok = n.(Sizer)
	z, isA := n.(A)
	fmt.Println(ok, z, isA, *n.(*B))
	_, both := any(A{}).(Both)
	_, none := any(b).(Namer)
	fmt.Println(both, none)
	for _, v := range []any{1, "s", nil, errors.New("e"), 2.5, []int{1}, A{4}} {
		i, ok1 := v.(int)
		str, ok2 := v.(string)
		err, ok3 := v.(error)
		_, ok4 := v.([]int)
		fmt.Println(i, ok1, str, ok2, err, ok3, ok4)
	}
	var m map[string]any = map[string]any{"k": map[string]any{"in": 5}}
	fmt.Println(m["k"].(map[string]any)["in"].(int) + 1)
	if v, ok := m["missing"].(int); !ok {
		fmt.Println("missing", v)
	}
}
