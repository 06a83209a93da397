// Maps with many entries of several key sizes survive growth and deletion.
package main

import "fmt"

type big struct{ a, b, c, d, e int64 }

func main() {
	ints, strs, bigs, vals := map[int]int{}, map[string]int{}, map[big]int{}, map[uint16][40]int64{}
	for i := range 20000 {
		ints[i*7919] = i
		strs[fmt.Sprint("key", i)] = i
		bigs[big{int64(i), 2, 3, 4, int64(-i)}] = i
		vals[uint16(i)] = [40]int64{39: int64(i)}
	}
	bad := 0
	for i := range 20000 {
		if ints[i*7919] != i || strs[fmt.Sprint("key", i)] != i || bigs[big{int64(i), 2, 3, 4, int64(-i)}] != i || vals[uint16(i)][39] != int64(i) {
			bad++
		}
		if i%3 != 0 {
			delete(ints, i*7919)
			delete(strs, fmt.Sprint("key", i))
		}
	}
	sum := 0
	for k, v := range ints {
		sum += k/7919 - v + v%3
	}
	fmt.Println(bad, len(ints), len(strs), len(bigs), len(vals), sum)
	_, a := strs["key3"]
	_, b := strs["key4"]
	fmt.Println(a, b, ints[-1])
}
