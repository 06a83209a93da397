package main

import "fmt"

type text string

var trace []string

func bytes(s string) []byte {
	trace = append(trace, s)
	return []byte(s)
}

func main() {
	m := map[string]int{}
	b := []byte("one")
	m[string(b)] = 1
	copy(b, "two")
	fmt.Println(m["one"], m[string(b)], m["two"])
	m[string(b)]++
	copy(b, "six")
	v, ok := m[string(b)]
	fmt.Println(v, ok, m["two"], len(m))
	// Bytes changed by what comes after the operand.
	change := func() int { copy(b, "two"); return 10 }
	fmt.Println(m[string(b)] + change())
	n := map[text]int{"two": 2}
	fmt.Println(n[text(b)], m[string(b[:0])], m[string([]byte(nil))])
	fmt.Println(m[string(bytes("one"))]*10+m[string(bytes("two"))], trace)
	any1 := map[any]int{"two": 5}
	fmt.Println(any1[string(b)])
	for i := range 3 {
		key := []byte{'k', byte('0' + i)}
		if _, ok := m[string(key)]; !ok {
			m[string(key)] = i
		}
		key[0] = 'x'
	}
	fmt.Println(m)
	var none map[string][]int
	fmt.Println(none[string(b)] == nil, len(none[string(b)]))
	if x, ok := map[string]string{"two": "zwei"}[string(b)]; ok {
		fmt.Println(x)
	}
}
