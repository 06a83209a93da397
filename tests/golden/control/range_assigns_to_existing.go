// range with = assigns to variables, fields, elements and map entries.
package main

import "fmt"

type T struct{ k, v int }

func main() {
	var t T
	m := map[string]int{}
	arr := [2]int{}
	var i, j int
	for i, t.v = range []int{5, 6, 7} {
		t.k += i
	}
	fmt.Println(i, t)
	for m["k"], m["v"] = range []int{7, 8, 9} {
	}
	for arr[0], arr[1] = range [...]int{10, 20} {
	}
	i = 0
	for i, arr[i] = range [2]int{8, 9} {
	}
	fmt.Println(m, arr, i)
	var e any
	for _, e = range []string{"a", "b"} {
	}
	for j = range 4 {
	}
	p := &j
	for *p = range 3 {
	}
	fmt.Println(e, j)
	ch := make(chan int, 2)
	ch <- 1
	ch <- 2
	close(ch)
	for t.k = range ch {
	}
	fmt.Println(t.k)
}
