// Conversions between strings, bytes, runes and integers copy and replace invalid values.
package main

import "fmt"

type Text string
type Bytes []byte

func main() {
	s := "héllo, 世界"
	b, r := []byte(s), []rune(s)
	fmt.Println(len(s), len(b), len(r), b[1], r[1], string(r[7:]), string(b[:1]))
	b[0], r[0] = 'H', 'J'
	fmt.Println(s, string(b), string(r))
	fmt.Printf("%q %q %q %q\n", string(rune(65)), string(rune(-1)), string(rune(0xD800)), string(rune(0x110000)))
	fmt.Println([]rune("a\xffb"), []byte(string([]rune{0x1F600, 0xDFFF})))
	t := Text(b)
	fmt.Println(t, string(t), Bytes(t)[1], []byte(Text("x")), len([]byte("")), []rune("") == nil)
	m := map[string]int{"key": 1}
	k := []byte("key")
	fmt.Println(m[string(k)], string(k) == "key", string(k)+"!" == "key!")
}
