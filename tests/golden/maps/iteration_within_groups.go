package main

import (
	"fmt"
	"math"
)

// Iterations over maps of one group and of many, undisturbed and while the map changes under them.

var sizes = []int{0, 1, 2, 7, 8, 9, 14, 15, 100, 1000}

// The same entries come, once each, whatever the size of the slots.
func whole[K comparable, V comparable](name string, key func(int) K, elem func(int) V) {
	fmt.Print(name)
	for _, n := range sizes {
		m := map[K]V{}
		for i := range n {
			m[key(i)] = elem(i)
		}
		seen := map[K]bool{}
		wrong := 0
		for k, v := range m {
			if seen[k] || m[k] != v {
				wrong++
			}
			seen[k] = true
		}
		keys, rounds := 0, 0
		for k := range m {
			if seen[k] {
				keys++
			}
		}
		for range m {
			rounds++
		}
		fmt.Print(" ", len(seen) == len(m) && keys == len(m) && rounds == len(m) && wrong == 0)
	}
	fmt.Println()
}

type wide [40]int

func slots() {
	number := func(i int) int { return i * 3 }
	whole("none none", func(int) struct{} { return struct{}{} }, func(int) struct{} { return struct{}{} })
	whole("none int", func(int) struct{} { return struct{}{} }, number)
	whole("byte byte", func(i int) byte { return byte(i) }, func(i int) byte { return 1 })
	whole("byte int16", func(i int) byte { return byte(i) }, func(i int) int16 { return int16(i&0xff) * 0 })
	whole("int16 none", func(i int) int16 { return int16(i) }, func(int) struct{} { return struct{}{} })
	whole("int32 bool", func(i int) int32 { return int32(i) }, func(i int) bool { return i%2 == 0 })
	whole("int32 int32", func(i int) int32 { return int32(i) }, func(i int) int32 { return int32(-i) })
	whole("int int", number, number)
	whole("int 5 bytes", number, func(i int) [5]byte { return [5]byte{4: byte(i)} })
	whole("float int", func(i int) float64 { return float64(i) / 4 }, number)
	whole("string int", func(i int) string { return fmt.Sprint(i) }, number)
	whole("string string", func(i int) string { return fmt.Sprint(i) }, func(i int) string { return fmt.Sprint(-i) })
	whole("any any", func(i int) any { return i }, func(i int) any { return fmt.Sprint(i) })
	whole("wide int", func(i int) wide { return wide{39: i} }, number)
	whole("int wide", number, func(i int) wide { return wide{1: i, 39: i} })
	whole("wide wide", func(i int) wide { return wide{0: i} }, func(i int) wide { return wide{39: i} })
	whole("3 ints 200 ints", func(i int) [3]int { return [3]int{i, i, i} }, func(i int) [200]int { return [200]int{199: i} })
}

func filled(n int) map[int]int {
	m := map[int]int{}
	for i := range n {
		m[i] = i
	}
	return m
}

// What is removed before it came does not come, what is removed after it came stays seen.
func removals() {
	for _, n := range sizes {
		first, odd, pairs, bad := 0, 0, 0, 0
		m := filled(n)
		for k := range m {
			first++
			for i := range n {
				if i != k {
					delete(m, i)
				}
			}
		}
		m = filled(n)
		for k := range m {
			odd++
			delete(m, k)
		}
		left := len(m)
		m = filled(n)
		gone := map[int]bool{}
		for k, v := range m {
			if gone[k] || v != k {
				bad++
			}
			pairs++
			if !gone[k^1] {
				delete(m, k^1)
				gone[k^1] = true
			}
		}
		fmt.Println("removals", n, first, odd, left, pairs <= n, bad, len(m) <= (n+1)/2+n%2)
	}
}

// Elements are those at the time when an entry comes.
func updates() {
	for _, n := range sizes {
		m := filled(n)
		steps, old := 0, 0
		for _, v := range m {
			steps++
			if steps > 1 && v >= 0 {
				old++
			}
			for i := range n {
				m[i] = -1 - i
			}
		}
		m = filled(n)
		steps = 0
		for k := range m {
			// Gone and there again: it may come once more, but ends.
			delete(m, k)
			m[k] = k
			steps++
		}
		fmt.Println("updates", n, old, steps >= n, len(m))
	}
}

// The map gets new arrays while the iteration goes on.
func growth() {
	for _, n := range sizes {
		m := filled(n)
		seen := map[int]int{}
		stale := 0
		for k, v := range m {
			seen[k]++
			if k < n && len(seen) > 1 && v != -k {
				stale++
			}
			for i := range n {
				m[i] = -i
			}
			if len(m) < 4*n {
				for i := range 8 {
					m[n+8*k+i] = -(n + 8*k + i)
				}
			}
		}
		missing, twice := 0, 0
		for i := range n {
			if seen[i] == 0 {
				missing++
			}
		}
		for _, times := range seen {
			if times > 1 {
				twice++
			}
		}
		fmt.Println("growth", n, missing, twice, stale)

		m = filled(n)
		late := 0
		for k := range m {
			for i := range 3 * n {
				m[-1-i] = i
			}
			for i := range n {
				if i != k {
					delete(m, i)
				}
			}
			if k >= 0 {
				late++
			}
		}
		fmt.Println("growth and removals", n, late)
	}
}

func clearing() {
	for _, n := range sizes {
		m := filled(n)
		steps := 0
		for range m {
			clear(m)
			steps++
		}
		again, bad := 0, 0
		m = filled(n)
		for k, v := range m {
			again++
			if again == 1 {
				clear(m)
				for i := range n {
					m[i] = -i
				}
			} else if v != -k {
				bad++
			}
		}
		fmt.Println("clearing", n, steps, again >= 1 || n == 0, bad, len(m))
	}
	for _, grow := range []bool{false, true} {
		m := map[float64]int{}
		for i := range 50 {
			m[math.NaN()] = i
		}
		steps := 0
		for range m {
			steps++
			if steps == 10 {
				if grow {
					for i := range 1000 {
						m[float64(i)] = 1
					}
				}
				clear(m)
			}
		}
		fmt.Println("clearing not-a-number", grow, steps, len(m))
	}
}

func floats() {
	m := map[float64]string{}
	m[math.Copysign(0, -1)] = "minus"
	m[0] = "plus"
	nan := math.NaN()
	for i := range 12 {
		m[nan] = fmt.Sprint(i)
	}
	zeros, nans, sum := 0, 0, 0
	for k, v := range m {
		if k == 0 {
			zeros++
			fmt.Println("zero", v, math.Signbit(k))
			for i := range 500 {
				m[float64(i+1)] = "more"
			}
		}
		if k != k {
			nans++
			x := 0
			fmt.Sscan(v, &x)
			sum += x
		}
	}
	_, ok := m[nan]
	fmt.Println("floats", zeros, nans, sum, ok, len(m))
}

func nested() {
	m := filled(8)
	pairs, found := 0, -1
	for a := range m {
		for b, v := range m {
			if b != v {
				fmt.Println("wrong", b, v)
			}
			pairs += a * b
		}
	}
outer:
	for a := range m {
		for b := range m {
			if a == 5 && b == 3 {
				found = a*10 + b
				break outer
			}
			if a != 5 {
				continue outer
			}
		}
	}
	var later []func() int
	for k, v := range m {
		later = append(later, func() int { k++; return k * v })
	}
	sum := 0
	for _, f := range later {
		sum += f()
	}
	var none map[string]wide
	for k, v := range none {
		fmt.Println("nil", k, v)
	}
	fmt.Println("nested", pairs, found, sum)
}

// Each entry of a small map comes first now and then.
func order() {
	for _, n := range []int{2, 3, 5, 8, 20} {
		m := filled(n)
		first := map[int]bool{}
		for range 3000 {
			for k := range m {
				first[k] = true
				break
			}
		}
		fmt.Println("order", n, len(first) > n/2)
	}
}

func deferred() (keys int) {
	m := filled(9)
	for k := range m {
		defer func() { keys += k }()
	}
	return
}

func panics() (n int) {
	defer func() { fmt.Println("recovered", recover(), n) }()
	m := filled(8)
	for k, v := range m {
		n++
		if n == 8 {
			delete(m, k)
			_ = 1 / (v - k)
		}
	}
	return
}

func main() {
	slots()
	removals()
	updates()
	growth()
	clearing()
	floats()
	nested()
	order()
	fmt.Println("deferred", deferred())
	panics()
}
