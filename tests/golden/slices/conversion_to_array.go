// Conversions of slices to arrays copy, to array pointers share.
package main

import "fmt"

func main() {
	s := []int{1, 2, 3, 4}
	a := [3]int(s)
	p := (*[2]int)(s[1:])
	s[0], s[1] = 10, 20
	p[1] = 30
	fmt.Println(a, *p, s, [0]int(s), (*[0]int)(nil) == nil)
	var null []int
	fmt.Println((*[0]int)(null) == nil, (*[0]int)([]int{}) == nil, [0]int(null))
	b := [4]byte([]byte("wxyz"))
	fmt.Println(b, string(b[:]), [2]string([]string{"a", "b", "c"}))
}
