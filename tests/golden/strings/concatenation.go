// Concatenation of many operands, in loops, with conversions; strings stay immutable.
package main

import "fmt"

func part(n int) string {
	fmt.Print("part", n, " ")
	return string(rune('a' + n))
}

func main() {
	s := part(0) + part(1) + part(2) + "-" + part(3) + part(4) + part(5)
	fmt.Println(s)
	t := s
	s += "!" + t
	fmt.Println(s, t, len(s))
	acc := ""
	for i := range 10 {
		acc = string(rune('0'+i)) + acc + string(rune('0'+i))
	}
	fmt.Println(acc, ""+acc+"" == acc)
	b := []byte("xyz")
	u := string(b) + string(b)
	b[0] = '!'
	fmt.Println(u, string(b))
	b = append(b, "more"...)
	b = append(b, s[1:3]...)
	fmt.Println(string(b), copy(b, "COPY"), string(b))
}
