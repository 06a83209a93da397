// append: nothing, one, many, a slice, a string, to nil, self, of calls, of structs, nested; the first operand once.
package main

import "fmt"

type P struct{ x, y int }

var calls int

func get(s []int) []int { calls++; return s }

func pair() ([]int, int) { return []int{1}, 2 }

func main() {
	var s []int
	s = append(s, 1)
	s = append(s, 2, 3)
	s = append(s, s...)
	s = append(get(s), get(s)[1:3]...)
	fmt.Println(s, calls, append(pair()))
	b := append([]byte("ab"), "cd"...)
	b = append(b, b[1:3]...)
	b = append(b, 'x', 0x41)
	fmt.Println(string(b))
	ps := append([]P{}, P{1, 2}, P{y: 3})
	ps = append(ps, ps[0])
	ps[0].x = 9
	ss := append([][]int(nil), s[:1], nil, []int{})
	fmt.Println(ps, ss, len(append(ss, append(ss, ss...)...)))
	es := append([]any{}, 1, "a", nil, s[:2])
	es = append(es, es...)
	fmt.Println(es...)
	type Ints []int
	n := append(Ints{1}, s[:2]...)
	fmt.Printf("%T %v %T\n", n, n, append([]int{}, n...))
	m := map[string][]int{}
	m["a"] = append(m["a"], 1)
	m["a"] = append(m["a"], 2)
	var st struct{ in []string }
	st.in = append(st.in, "z")
	fmt.Println(m, st)
}
