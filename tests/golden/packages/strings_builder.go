// strings.Builder: all writers, length, growth, reset, as an io.Writer.
package main

import (
	"fmt"
	"strings"
)

func main() {
	var b strings.Builder
	b.WriteString("abc")
	b.WriteByte('-')
	n, err := b.WriteRune('世')
	m, _ := b.Write([]byte{'x', 'y'})
	fmt.Println(b.String(), b.Len(), n, m, err)
	fmt.Fprintf(&b, " %d %q", 5, "z")
	s := b.String()
	b.WriteString(" more")
	fmt.Println(s, "|", b.String())
	b.Grow(1000)
	fmt.Println(b.Cap() >= 1000+b.Len(), b.Len())
	b.Reset()
	fmt.Println(b.Len(), b.String() == "", s)
	for i := range 200 {
		b.WriteByte(byte('a' + i%26))
	}
	fmt.Println(b.Len(), b.String()[190:])
	defer func() { fmt.Println(recover()) }()
	b.Grow(-1)
}
