// A variable in an operand list next to calls that change it: gc reads it after the calls unless it is converted.
package main

import "fmt"

func set(p *int, n int) int {
	*p = n
	return n
}

type T struct{ n int }

func (t *T) inc() int { t.n++; return t.n }

func pair(a, b int) string { return fmt.Sprint(a, b) }

func main() {
	x := 1
	fmt.Println(pair(x, set(&x, 2)))
	y := x + set(&x, 10)
	fmt.Println(y)
	arr := []int{x, set(&x, 20), x}
	fmt.Println(arr)
	t := T{1}
	fmt.Println(pair(t.n, t.inc()), pair(t.inc(), t.n))
	a, b := t.n, t.inc()
	fmt.Println(a, b)
	m := map[string]int{"k": 1}
	fmt.Println(pair(m["k"], func() int { m["k"] = 5; return 0 }()))
	s := []int{1, 2}
	fmt.Println(pair(s[0], func() int { s[0] = 9; return 0 }()))
}
