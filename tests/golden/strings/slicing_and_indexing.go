// Slicing and indexing of strings: bytes, empty slices, limits, constants.
package main

import "fmt"

const c = "constant"

func main() {
	s := "hello, world"
	fmt.Println(s[0], s[len(s)-1], s[:5], s[7:], s[3:3] == "", s[:], s[len(s):] == "", string(s[4]))
	fmt.Println(c[2], c[1:4], len(c), "literal"[3], "literal"[2:5])
	for i := 0; i <= len(s); i += 4 {
		fmt.Print(s[i:], "|", s[:i], "|", s[i:min(i+3, len(s))], " ")
	}
	fmt.Println()
	t := s[2:9]
	t = t[1:4]
	fmt.Println(t, len(t), t[2])
	var e string
	fmt.Println(e == "", len(e), e[:] == e[0:0], e+e == "")
	type pair struct{ a, b string }
	p := pair{s[:1], s[1:2]}
	fmt.Println(p, p.a+p.b)
}
