// Each NaN key is a new entry that only iteration and clear reach; the zeros are one key.
package main

import "fmt"

func main() {
	zero := 0.0
	nan := zero / zero
	m := map[float64]int{}
	for i := range 3 {
		m[nan] = i
	}
	_, ok := m[nan]
	fmt.Println(len(m), ok)
	delete(m, nan)
	sum := 0
	for k, v := range m {
		if k == k {
			fmt.Println("unexpected key")
		}
		sum += v
	}
	fmt.Println(len(m), sum)
	m[zero] = 1
	m[-zero]++
	fmt.Println(len(m), m[0])
	a := map[any]int{nan: 1}
	a[nan] = 2
	fmt.Println(len(a))
	clear(m)
	clear(a)
	fmt.Println(len(m), len(a), m)
}
