// copy of slices and strings returns the count; overlapping, empty, named types.
package main

import "fmt"

type Buf []byte

func main() {
	b := make(Buf, 4)
	n := copy(b, "go")
	m := copy(b[n:], Buf{'!', '?', 'x'})
	fmt.Println(string(b), n, m, copy(b, ""), copy(b[:0], b))
	s := []string{"a", "b", "c"}
	t := make([]string, 5)
	fmt.Println(copy(t, s), copy(t[3:], s), t, len(t[4]))
	arr := [6]int{1, 2, 3, 4, 5, 6}
	copy(arr[1:], arr[:])
	fmt.Println(arr)
	copy(arr[:], arr[2:])
	fmt.Println(arr)
	str := S("named")
	fmt.Println(copy(b, str), string(b))
	copy(b[1:], b)
	fmt.Println(string(b))
}

type S string
