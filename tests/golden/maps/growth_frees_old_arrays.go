package main

import (
	"fmt"
	"math"
	"runtime"
)

type block struct {
	a, b, c, d, e, f int
	next             *block
	s                string
}

// An element assigned to another key of the same map, which may grow for it.
func copies() {
	m := map[int]block{0: {a: 7, s: "zero", next: &block{a: 1}}}
	for i := range 20000 {
		m[i+1] = m[i]
	}
	n := 0
	for i := range 20001 {
		if m[i].a == 7 && m[i].s == "zero" && m[i].next.a == 1 {
			n++
		}
	}
	fmt.Println("copies", n, len(m))
	m[-1], m[-2] = m[5], m[6]
	for i := range 50000 {
		m[100000+i], m[200000+i] = m[200000+i-1], m[i%20000]
	}
	fmt.Println(m[-1].s, m[100000].a, m[100001].a, m[249999].next.a, len(m))
}

// An iteration sees each entry once, whatever becomes of the arrays that it began with.
func iterate(n int) {
	m := map[int]*int{}
	for i := range n {
		m[i] = &i
	}
	seen := map[int]int{}
	grown := false
	for k, v := range m {
		if k >= n {
			continue
		}
		if k != *v {
			fmt.Println("wrong element", k, *v)
		}
		seen[k]++
		if !grown && len(seen) == n/2+1 {
			grown = true
			for i := range 20 * n {
				m[n+i] = v
			}
			runtime.GC()
			for i := range n {
				j := i
				m[i] = &j
			}
		}
	}
	twice := 0
	for _, c := range seen {
		if c != 1 {
			twice++
		}
	}
	fmt.Println("iterate", n, len(seen), twice, len(m))
}

// Two iterations over one map, one inside the other, the inner one making the map grow.
func nested() {
	m := map[string]int{}
	for i := range 3000 {
		m[fmt.Sprint(i)] = i
	}
	outer, inner := 0, 0
	for range m {
		outer++
		if outer == 10 {
			for k := range m {
				inner++
				if inner <= 3000 {
					m["x"+k] = 1
				}
				if inner > 3000 && len(m) > 50000 {
					break
				}
			}
			for i := range 50000 {
				m["y"+fmt.Sprint(i)] = i
			}
			for i := range 50000 {
				delete(m, "y"+fmt.Sprint(i))
			}
		}
		if outer > 10000 {
			break
		}
	}
	fmt.Println("nested", outer >= 3000, inner >= 3000, m["17"], m["y17"])
}

func nan() {
	m := map[float64]int{}
	for i := range 5000 {
		m[math.NaN()] = i
		m[float64(i)] = i
	}
	sum, n := 0, 0
	for k, v := range m {
		if n == 0 {
			for i := range 40000 {
				m[-1-float64(i)] = 0
			}
		}
		if k >= 0 || k != k {
			n++
			sum += v
		}
	}
	fmt.Println("nan", n, sum, len(m))
	seen := 0
	for range m {
		clear(m)
		seen++
	}
	fmt.Println("cleared", seen, len(m))
}

// Deletions and insertions in turn: deleted slots are used again or swept, the map does not grow for ever.
func churn() {
	m := make(map[int]int, 1000)
	sum := 0
	for i := range 300000 {
		m[i] = i
		if i >= 1000 {
			sum += m[i-1000]
			delete(m, i-1000)
		}
	}
	fmt.Println("churn", len(m), sum)
	k := 0
	for range m {
		k++
	}
	fmt.Println(k)
}

func main() {
	copies()
	for _, n := range []int{1, 5, 8, 9, 100, 3000, 20000} {
		iterate(n)
	}
	nested()
	nan()
	churn()
}
