// Texts of index and slice errors of slices, strings and arrays.
package main

import "fmt"

func try(name string, f func()) {
	defer func() { fmt.Println(name, "->", recover()) }()
	f()
}

func main() {
	s, str, arr := make([]int, 3, 5), "abc", [3]int{}
	five, six, neg, two := 5, 6, -1, 2
	p := &arr
	try("s[5]", func() { _ = s[five] })
	try("s[-1]", func() { _ = s[neg] })
	try("str[5]", func() { _ = str[five] })
	try("arr[5]", func() { _ = arr[five] })
	try("p[5]", func() { p[five] = 1 })
	try("s[:6]", func() { _ = s[:six] })
	try("s[:-1]", func() { _ = s[:neg] })
	try("s[6:]", func() { _ = s[six:] })
	try("s[-1:]", func() { _ = s[neg:] })
	try("s[5:2]", func() { _ = s[five:two] })
	try("str[:6]", func() { _ = str[:six] })
	try("str[5:]", func() { _ = str[five:] })
	try("str[3:2]", func() { three := 3; _ = str[three:two] })
	try("arr[:5]", func() { _ = p[:five] })
	try("s[::6]", func() { _ = s[: 2 : six+0] })
	try("s[:5:2]", func() { _ = s[:five:two] })
	try("s[5:5:5]", func() { _ = s[six:five:five] })
	try("s[::-1]", func() { _ = s[:0:neg] })
	try("array", func() { _ = [4]int(s) })
	try("array pointer", func() { _ = (*[4]int)(s) })
	try("uint64", func() { big := uint64(1 << 63); _ = s[big] })
	try("uint8", func() { b := uint8(200); _ = s[b] })
}
