// Strings and byte slices with every verb, width in runes, precision, quoting.
package main

import "fmt"

type Name string
type Raw []byte

func main() {
	s, b := "héllo\n", []byte("a\x00é")
	fmt.Printf("%s|%q|%x|%X|% x|%#x|%# x|%v|%+q|%#q\n", s, s, s, s, s, s, s, s, s, "raw`less")
	fmt.Printf("%s|%q|%x|%X|% X|%v|%d|%#v|%#q\n", b[2:], b, b, b, b, b, b, b, "back")
	fmt.Printf("%10s|%-10s|%.2s|%5.1s|%-6.3s|%05s|%3s|%.0s|\n", "abc", "abc", "héllo", "héllo", "héllo", "ab", "toolong", "gone")
	fmt.Printf("%10q|%-10q|%.2q|%q|%q|%+q|%q\n", "a", "b", "héllo", "\"\\\t\x01\x7f", "\xff\u2028\U0010ffff", "世\u00e9", '\'')
	fmt.Printf("%s %v %q %x %T %T\n", Name("n"), Name("n"), Name("n"), Name("n"), Name("n"), Raw("r"))
	fmt.Printf("%s %v %q %x %s\n", Raw("raw"), Raw("raw"), Raw("raw"), Raw("raw"), [3]byte{65, 66, 67})
	fmt.Printf("%s %q %v %x %10s|\n", []string{"a", "b"}, []string{"a b", "c"}, []string{"", "x"}, []string{"ab", "c"}, []string{"r", "s"})
	fmt.Printf("%s %v %q\n", []Name{"x"}, [2]Name{"y"}, map[Name]Name{"k": "v"})
	fmt.Printf("%-4s|%4s|%4v|%-4v|%04d|\n", "é", "世", "世", "世", 7)
}
