// Operators that assign to elements of maps: one look-up, and what the element is if the operand panics or looks at the map.
package main

import (
	"fmt"
	"math"
)

//go:noinline
func zero() int { return 0 }

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

func grow(m map[int]int) int {
	for i := 100; i < 200; i++ {
		m[i] = i
	}
	return 7
}

func main() {
	m := map[int]int{}
	m[1]++
	m[1] += 5
	m[2]--
	m[3] |= 6
	m[3] &^= 2
	m[3] <<= 3
	m[4] *= 9
	m[5] += m[1] + m[3]
	m[6] += grow(m)
	fmt.Println(m[1], m[2], m[3], m[4], m[5], m[6], len(m))
	try(func() { m[7] /= zero() })
	_, ok := m[7]
	fmt.Println(ok)
	try(func() { m[8] %= zero() })
	_, ok = m[8]
	fmt.Println(ok)
	var none map[string]int
	try(func() { none["a"]++ })
	try(func() { none["a"] += 2 })
	s := map[string]string{}
	for _, k := range []string{"a", "ab", "abc", "abcd", "abcdefg", "abcdefgh", "abcdefghi", "abcdefghijklmnop", "abcdefghijklmnopq"} {
		s[k] += "x"
		s[k] += k
		s["b"+k[1:]] += "other"
		s[k[:len(k)-1]+"?"] += "end"
	}
	fmt.Println(len(s), s["abcdefgh"], s["abcdefghijklmnopq"], s["b"], s["bb"], s["abcdefghijklmnop?"])
	f := map[float64]int{}
	f[math.NaN()]++
	f[math.NaN()]++
	f[0]++
	f[math.Copysign(0, -1)]++
	fmt.Println(len(f), f[0])
	i := map[any]int{}
	try(func() { i[[]int{}]++ })
	i[[2]int{1, 2}] += 3
	i[[2]int{1, 2}]--
	fmt.Println(i)
	n := map[struct{ a, b string }][2]int{}
	e := n[struct{ a, b string }{"x", "y"}]
	e[0]++
	n[struct{ a, b string }{"x", "y"}] = e
	fmt.Println(n)
}
