// Arrays and structs are copied at the statement, slices and maps are shared; variadic slices are built then.
package main

import "fmt"

type S struct{ a [3]int }

func show(a [3]int, s S, sl []int, m map[string]int) { fmt.Println(a, s, sl, m) }
func variadic(name string, xs ...int)                { fmt.Println(name, xs, len(xs)) }

func main() {
	a := [3]int{1, 2, 3}
	s := S{a}
	sl := []int{1, 2, 3}
	m := map[string]int{"a": 1}
	x := 5
	defer show(a, s, sl, m)
	defer variadic("built", x, x+1)
	defer variadic("shared", sl...)
	defer variadic("none")
	a[0], s.a[0], sl[0], m["a"], x = 100, 100, 100, 100, 100
	sl = append(sl, 4)
	sl[1] = 200
}
