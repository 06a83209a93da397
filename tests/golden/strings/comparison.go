// Strings compare by bytes: equality, order, prefixes, embedded zeros.
package main

import "fmt"

func main() {
	words := []string{"", "a", "ab", "b", "a\x00", "A", "é", "z", "\xff", "abc", "abd"}
	for _, a := range words {
		for _, b := range words {
			c := '='
			if a < b {
				c = '<'
			} else if a > b {
				c = '>'
			}
			if (a <= b) != (c != '>') || (a >= b) != (c != '<') || (a == b) != (c == '=') || (a != b) != (c != '=') {
				fmt.Print("inconsistent ")
			}
			fmt.Print(string(c))
		}
		fmt.Printf(" %q\n", a)
	}
	x, y := "same", "sa"
	y += "me"
	fmt.Println(x == y, x[:2] == y[:2], x < y+"\x00")
	fmt.Println(min("b", "a", "c"), max("b", x, "a"))
}
