// Results of a call passed on as arguments, returned, assigned to all kinds of places, with conversion to interfaces.
package main

import (
	"errors"
	"fmt"
)

func pair(n int) (int, error) {
	if n < 0 {
		return 0, errors.New("negative")
	}
	return n * 2, nil
}

func must(n int, err error) string {
	if err != nil {
		return "error: " + err.Error()
	}
	return fmt.Sprint("value ", n)
}

func forward(n int) (any, error) { return pair(n) }

func variadic(vs ...any) int { return len(vs) }

func main() {
	fmt.Println(must(pair(4)), must(pair(-1)))
	fmt.Println(pair(5))
	v, err := forward(6)
	fmt.Println(v, err, variadic(pair(1)))
	var s struct {
		n   int
		err error
	}
	m := map[string]int{}
	xs := []error{nil, nil}
	s.n, s.err = pair(-2)
	m["k"], xs[1] = pair(7)
	_, xs[0] = pair(-3)
	fmt.Println(s.n, s.err, m, xs)
	var a, b = pair(8)
	if c, err := pair(a); err == nil {
		fmt.Println(c, b)
	}
}
