package main

import (
	"fmt"
	_ "os"
)

var _ = side("package level")
var _, two = pair()

type _ struct{}

const _ = 1

func _() { fmt.Println("never") }
func _() {}

func side(s string) int { fmt.Println("side", s); return 1 }

func pair() (int, int) { return 1, 2 }

type T struct {
	_ int
	a int
	_ string
	b int
}

func (T) _() {}

func params(_ int, a string, _ ...bool) (_ int, err error) { return 3, nil }

var x = "package"

func scopes() {
	fmt.Println(x)
	x := x + " outer"
	{
		fmt.Println(x)
		x := 1
		x++
		fmt.Println(x)
	}
	if x := x + " if"; len(x) > 100 {
		fmt.Println("no")
	} else if y := x + " elseif"; y != "" {
		fmt.Println(y)
	} else {
		fmt.Println(x, y)
	}
	switch x := x + " switch"; {
	case x != "":
		x := x + " case"
		fmt.Println(x)
		fallthrough
	default:
		fmt.Println(x)
	}
	for x := 0; x < 2; x++ {
		x := x * 10
		fmt.Println(x)
	}
	func(x int) { fmt.Println(x) }(9)
	type x2 = int
	var f func(n int) int
	f = func(n int) int {
		if n == 0 {
			return 0
		}
		return n + f(n-1)
	}
	fmt.Println(f(4), x)
	a, b := 1, 2
	b, c := 3, 4
	{
		a, b := b, a
		fmt.Println(a, b)
	}
	fmt.Println(a, b, c)
}

func main() {
	t := T{a: 1, b: 2}
	u := T{a: 1, b: 2}
	fmt.Println(t == u, t.a, t.b, two)
	n, err := params(1, "x", true)
	fmt.Println(n, err)
	_, _ = side("assigned"), side("too")
	for _, _ = range []int{1} {
	}
	var _ = side("local")
	_ = x
	scopes()
	goto M
M:
	fmt.Println("labelled")
	func() {
	L:
		for range 2 {
			continue L
		}
	}()
}
