package main

import (
	"fmt"
	"unsafe"
)

type celsius int32
type id uint64
type name string
type point struct{ x, y int }
type big struct {
	words [20]int
	s     string
}
type huge [200]int

// Every operation for keys of one type; at gives different keys for different numbers.
func try[K comparable](what string, at func(int) K) {
	m := map[K]int{}
	var missing []int
	for i := range 300 {
		m[at(i)] = i
	}
	for i := range 300 {
		m[at(i)] += 1000
		m[at(i)]++
	}
	for i := 0; i < 300; i += 3 {
		delete(m, at(i))
	}
	sum := 0
	for i := range 310 {
		v, ok := m[at(i)]
		if ok != (v != 0) || v != m[at(i)] {
			fmt.Println(what, "wrong at", i, v, ok)
		}
		if !ok && i%3 != 0 {
			missing = append(missing, i)
		}
		sum += v
	}
	count := 0
	for k, v := range m {
		count++
		if at(v-1001) != k {
			fmt.Println(what, "wrong key", k, v)
		}
	}
	fmt.Println(what, len(m), count, sum, missing)
	var none map[K]int
	_, ok := none[at(1)]
	fmt.Println(what, none[at(1)], ok)
	func() {
		defer func() { fmt.Println(recover()) }()
		none[at(1)] = 1
	}()
}

func main() {
	ints := make([]int, 400)
	chans := make([]chan int, 400)
	for i := range chans {
		chans[i] = make(chan int)
	}
	try("int", func(i int) int { return i*7919 - 1000 })
	try("int32", func(i int) celsius { return celsius(i - 150) })
	try("uint32", func(i int) uint32 { return ^uint32(i) })
	try("uint64", func(i int) id { return id(i) << 50 })
	try("uintptr", func(i int) uintptr { return uintptr(i) })
	try("uint16", func(i int) uint16 { return uint16(i * 31) })
	try("string", func(i int) name { return name(fmt.Sprint("key", i)) })
	try("long string", func(i int) string { return fmt.Sprintf("%040d", i) })
	try("pointer", func(i int) *int { return &ints[i] })
	try("unsafe", func(i int) unsafe.Pointer { return unsafe.Pointer(&ints[i]) })
	try("chan", func(i int) chan int { return chans[i] })
	try("recv chan", func(i int) <-chan int { return chans[i] })
	try("float", func(i int) float64 { return float64(i) / 8 })
	try("complex", func(i int) complex64 { return complex(float32(i), 1) })
	try("struct", func(i int) point { return point{i % 7, i} })
	try("array", func(i int) [3]string { return [3]string{"a", fmt.Sprint(i), "c"} })
	try("any", func(i int) any {
		switch i % 3 {
		case 0:
			return i
		case 1:
			return fmt.Sprint(i)
		}
		return point{i, i}
	})

	bools := map[bool]string{true: "yes"}
	fmt.Println(bools[true], bools[false] == "", len(bools))
	bytes := map[byte]int{}
	for i := range 256 {
		bytes[byte(i)] = i
	}
	fmt.Println(len(bytes), bytes[255], bytes['a'])

	// Elements that take no room, some room, and more than the shared zero element has.
	set := map[string]struct{}{"a": {}}
	_, a := set["a"]
	_, b := set["b"]
	fmt.Println(a, b, set["c"])
	bigs := map[int]big{1: {s: "one"}}
	fmt.Println(bigs[1].s, bigs[2].s == "", bigs[2].words[19])
	huges := map[string]huge{"x": {199: 5}}
	h, ok := huges["y"]
	fmt.Println(huges["x"][199], h[199], ok, huges["y"][198])

	// Strings that are equal but lie elsewhere; an empty one.
	words := map[string]int{"": 1, "go": 2}
	two := []byte("go")
	fmt.Println(words[string(two)], words[string(two[:0])], words[string(two[:1])])
}
