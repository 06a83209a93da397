// A typed nil pointer is an ordinary panic value.
package main

import "fmt"

type T struct{}

type E struct{}

func (e *E) Error() string { return "nil E" }

func try(v any) {
	defer func() {
		r := recover()
		fmt.Printf("%T %v\n", r, r != nil)
	}()
	panic(v)
}

func main() {
	try((*T)(nil))
	try((*E)(nil))
	try([]int(nil))
	try((func())(nil))
}
