// Type switches: several types per case, interfaces, nil, default, init statement, fallthrough of kinds, shadowed variable.
package main

import (
	"errors"
	"fmt"
)

type Shape interface{ Area() float64 }
type Sq struct{ s float64 }
type Pt struct{ x, y int }
type MyInt int

func (s Sq) Area() float64 { return s.s * s.s }

func kind(v any) string {
	switch v := v.(type) {
	case nil:
		return "nil"
	case int, int64:
		return fmt.Sprintf("integer %v %T", v, v)
	case MyInt:
		return fmt.Sprint("MyInt ", v+1)
	case string:
		return "string of " + fmt.Sprint(len(v))
	case Shape:
		return fmt.Sprint("shape ", v.Area())
	case error:
		return "error " + v.Error()
	case func(int) int:
		return fmt.Sprint("func ", v(3))
	case []int:
		return fmt.Sprint("slice ", len(v), cap(v) >= len(v))
	case *Pt:
		v.x++
		return fmt.Sprint("pointer ", *v)
	case Pt, [2]int:
		return fmt.Sprint("struct or array ", v)
	case map[string]int, chan int:
		return fmt.Sprintf("%T", v)
	default:
		return fmt.Sprintf("other %T", v)
	}
}

func main() {
	for _, v := range []any{nil, 1, int64(2), MyInt(3), "four", Sq{2}, errors.New("six"), func(n int) int { return n * n },
		[]int{1, 2}, &Pt{8, 9}, Pt{1, 2}, [2]int{3, 4}, map[string]int{}, make(chan int), 1.5, int8(1), true} {
		fmt.Println(kind(v))
	}
	switch x := 5; y := any(x * 2).(type) {
	case int:
		fmt.Println(x, y)
	}
	switch any("no variable").(type) {
	case string:
		fmt.Println("string")
	}
	switch {
	default:
		switch any(1).(type) {
		}
	}
}
