// The empty interface holds values of every kind without sharing them.
package main

import "fmt"

type Small struct{ a byte }
type Word struct{ p *int }
type Big struct{ a [9]int }

func id(v any) any { return v }

func main() {
	n, x := 5, 1.5
	arr, big := [3]int{1, 2, 3}, Big{}
	vals := []any{n, x, arr, big, "s", true, byte(200), int16(-3), uint64(1 << 63), float32(0.1), 'r', 2i, Small{7}, [1]*int{&n}, struct{}{}, [0]int{}, uintptr(9)}
	n, x, arr[0], big.a[8] = 6, 2.5, 100, 100
	for i, v := range vals {
		if i == 13 {
			fmt.Printf("%T ", v)
			continue
		}
		fmt.Printf("%T=%v ", v, id(v))
	}
	fmt.Println()
	c := vals[2].([3]int)
	c[1] = 50
	fmt.Println(vals[2], c, vals[3].(Big).a[8], vals[6].(byte)+100, *vals[13].([1]*int)[0])
	p := &Big{}
	v := any(p)
	p.a[0] = 1
	fmt.Println(v.(*Big).a[0], *any(Word{&n}).(Word).p)
	for i := range 300 {
		if k := any(i).(int) + int(any(uint8(i)).(uint8)); k != i+i%256 {
			fmt.Println("wrong", i, k)
		}
	}
}
