package main

import "fmt"

// Slots of many sizes, looked up, missed and updated in maps of one group and of many.

type key interface{ ~int32 | ~uint32 | ~int | ~uint64 }

func check[K key, V comparable](name string, n int, at func(int) V) {
	m := map[K]V{}
	for i := range n {
		m[K(i*7)] = at(i)
	}
	hits, wrong, missing := 0, 0, 0
	var zero V
	for i := range n * 7 {
		v, ok := m[K(i)]
		switch {
		case ok && v == at(i/7) && m[K(i)] == v:
			hits++
		case !ok && v == zero && m[K(i)] == zero:
			missing++
		default:
			wrong++
		}
	}
	fmt.Println(name, n, hits, missing, wrong)
}

func all[K key](name string) {
	for _, n := range []int{0, 1, 7, 8, 9, 100, 1000} {
		check[K](name+" none", n, func(i int) struct{} { return struct{}{} })
		check[K](name+" bool", n, func(i int) bool { return i%3 == 0 })
		check[K](name+" int16", n, func(i int) int16 { return int16(i) })
		check[K](name+" int32", n, func(i int) int32 { return int32(i) })
		check[K](name+" 2 int32", n, func(i int) [2]int32 { return [2]int32{int32(i), -int32(i)} })
		check[K](name+" 3 int32", n, func(i int) [3]int32 { return [3]int32{int32(i), 1, -int32(i)} })
		check[K](name+" int", n, func(i int) int { return i })
		check[K](name+" string", n, func(i int) string { return fmt.Sprint(i) })
		check[K](name+" 5 bytes", n, func(i int) [5]byte { return [5]byte{byte(i), 4: byte(i >> 8)} })
		check[K](name+" 5 ints", n, func(i int) [5]int { return [5]int{i, 4: -i} })
	}
}

func main() {
	all[int32]("int32")
	all[uint32]("uint32")
	all[int]("int")
	all[uint64]("uint64")

	var places [100]int
	m := map[*int]int32{}
	for i := range places {
		m[&places[i]] = int32(i)
	}
	sum := int32(0)
	for i := range places {
		m[&places[i]]++
		sum += m[&places[i]]
	}
	fmt.Println(sum, m[new(int)], len(m))
	u := map[int32]int16{}
	for i := range 1000 {
		u[int32(i%10)] += int16(i)
	}
	fmt.Println(u)
}
