// %T of all kinds of types.
package main

import (
	"errors"
	"fmt"
	"time"
)

type T struct{}
type F func(T, ...string) (int, error)
type I interface{ M() }

func main() {
	var e error
	var i I
	for _, v := range []any{1, "s", 1.5, 'x', byte(1), true, nil, 1i, uintptr(0), float32(1), complex64(1)} {
		fmt.Printf("%T ", v)
	}
	fmt.Println()
	for _, v := range []any{T{}, &T{}, []T{}, [3]*T{}, map[string]T{}, map[T][]int{}, make(chan T), make(<-chan int), make(chan<- []int), F(nil), (*F)(nil)} {
		fmt.Printf("%T ", v)
	}
	fmt.Println()
	for _, v := range []any{func() {}, func(int, string) bool { return true }, func(...int) (a, b int) { return }, struct{}{}, struct {
		A int `tag:"x"`
		b []string
		T
		*F
	}{}, (*error)(nil), &e, &i, []any{}, []error{}, map[any]any{}, func(func(int) string) func() { return nil }} {
		fmt.Printf("%T; ", v)
	}
	fmt.Println()
	fmt.Printf("%T %T %T %T %T\n", errors.New("x"), fmt.Errorf("%w", errors.New("y")), time.Second, e, [2][]map[string]*[1]chan bool{})
	fmt.Printf("%10T|%-8T|%v\n", 1, "s", fmt.Sprintf("%T", struct{ x interface{ M(int) } }{}))
	type Local struct{}
	fmt.Printf("%T %T\n", Local{}, make(chan (<-chan int)))
}
