// Results of every kind and size are loaded again after the deferred calls, also after recovery.
package main

import "fmt"

type Big struct {
	a [20]int
	s string
}

func f(crash bool) (i int8, x float64, s string, e any, sl []int, b Big, c complex128, p *Big) {
	defer func() {
		r := recover()
		i++
		x *= 2
		s += fmt.Sprint(r)
		e = []any{e, r}
		sl = append(sl, 9)
		b.a[19], b.s = 19, "b"
		c *= 1i
		p = &b
	}()
	i, x, s, e, sl, c = 1, 1.5, "s", 'e', []int{1}, 2
	b.a[0] = 1
	if crash {
		panic("crash")
	}
	return i + 1, x + 1, s + "+", e, sl, b, c + 1, nil
}

func main() {
	for _, crash := range []bool{false, true} {
		i, x, s, e, sl, b, c, p := f(crash)
		fmt.Println(i, x, s, e, sl, c, b.a[0], b.a[19], b.s, *p == b)
	}
}
