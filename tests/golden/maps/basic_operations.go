// Insert, update, lookup with ok, delete, len, reference semantics, values that are structs.
package main

import "fmt"

type V struct {
	n int
	s []string
}

func add(m map[string]int, k string) { m[k]++ }

func main() {
	m := make(map[string]int, 10)
	n := m
	m["a"] = 1
	n["b"] = 2
	add(m, "a")
	add(n, "c")
	v, ok := m["a"]
	w, missing := m["z"]
	_, there := m["b"]
	fmt.Println(m, len(n), v, ok, w, missing, there)
	delete(m, "a")
	delete(m, "not there")
	fmt.Println(n, len(m))
	vs := map[int]V{1: {1, nil}}
	x := vs[1]
	x.n++
	x.s = append(x.s, "s")
	vs[2] = x
	fmt.Println(vs, vs[3].s == nil, vs[2].s[0])
	ps := map[string]*V{"p": {n: 5}}
	ps["p"].n++
	fmt.Println(ps["p"].n, ps["q"] == nil)
	if v, ok := vs[2]; ok && v.n == 2 {
		fmt.Println("found")
	}
}
