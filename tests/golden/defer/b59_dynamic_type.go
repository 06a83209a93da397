// recover returns the value with its dynamic type; runtime errors are runtime.Error.
package main

import (
	"errors"
	"fmt"
	"runtime"
)

type code int
type point struct{ x, y int }

var sentinel = errors.New("sentinel")

func try(f func()) {
	defer func() {
		switch v := recover().(type) {
		case runtime.Error:
			fmt.Println("runtime.Error:", v)
		case error:
			fmt.Println("error:", v, v == sentinel)
		case code:
			fmt.Println("code:", v+1)
		case point:
			fmt.Println("point:", v.x, v.y)
		case string:
			fmt.Println("string:", v+"!")
		default:
			fmt.Printf("other: %T %v\n", v, v)
		}
	}()
	f()
}

func main() {
	var m map[string]int
	try(func() { panic(code(41)) })
	try(func() { panic(point{1, 2}) })
	try(func() { panic("text") })
	try(func() { panic(sentinel) })
	try(func() { m["x"] = 1 })
	try(func() { panic([]string{"a"}) })
	try(func() { panic(3.5) })
}
