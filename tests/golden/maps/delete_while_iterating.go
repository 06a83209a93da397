// Entries deleted during iteration do not come up later; those set may or may not; each comes at most once.
package main

import "fmt"

func main() {
	m := map[int]int{}
	for i := range 1000 {
		m[i] = i
	}
	seen, sum := 0, 0
	for k := range m {
		seen++
		sum += k
		delete(m, k)
		delete(m, k^1)
	}
	fmt.Println(seen, len(m), sum >= 249500 && sum <= 250000)
	for i := range 100 {
		m[i] = 1
	}
	count := map[int]int{}
	for k := range m {
		count[k]++
		if k < 100 {
			m[k+1000] = 1
		}
	}
	twice, old := 0, 0
	for k, n := range count {
		if n > 1 {
			twice++
		}
		if k < 100 {
			old++
		}
	}
	fmt.Println(twice, old, len(m))
	for range m {
		clear(m)
	}
	fmt.Println(len(m))
}
