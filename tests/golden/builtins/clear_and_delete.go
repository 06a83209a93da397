// clear empties maps and zeroes slices; delete removes one key.
package main

import "fmt"

type S struct {
	p *int
	s string
}

func main() {
	n := 1
	s := []S{{&n, "a"}, {&n, "b"}, {&n, "c"}}
	t := s[1:]
	clear(t[:1])
	fmt.Println(s[0].s, s[1] == S{}, s[2].s, len(t))
	m := map[string]S{"a": s[0], "b": s[2]}
	n2 := m
	delete(m, "a")
	delete(m, "zz")
	fmt.Println(len(n2), n2["b"].s)
	clear(m)
	fmt.Println(len(n2), n2 == nil)
	m["c"] = S{}
	fmt.Println(len(n2))
	var nilMap map[int]int
	var nilSlice []int
	clear(nilMap)
	clear(nilSlice)
	type Ints []int
	i := Ints{1, 2, 3}
	clear(i)
	bs := []byte("bytes")
	clear(bs[2:4])
	fmt.Println(i, bs)
}
