// A nil interface is not an interface that holds a nil pointer.
package main

import "fmt"

type E struct{}

func (e *E) Error() string {
	if e == nil {
		return "nil *E"
	}
	return "E"
}

func fails(typed bool) error {
	var e *E
	if typed {
		return e
	}
	return nil
}

func main() {
	a, b := fails(true), fails(false)
	fmt.Println(a == nil, b == nil, a, b, a == (*E)(nil), a.Error())
	var e any
	var p *int
	fmt.Println(e == nil, p == nil)
	e = p
	fmt.Println(e == nil, e == any(p), e == (*int)(nil), e == (*string)(nil))
	var err error
	e = err
	fmt.Println(e == nil, err == e)
	var m map[string]int
	var f func()
	for _, v := range []any{m, f, []int(nil), (chan int)(nil)} {
		fmt.Printf("%T %v ", v, v == nil)
	}
	fmt.Println()
}
