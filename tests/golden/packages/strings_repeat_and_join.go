// strings.Repeat and strings.Join: empty, one, many, negative counts.
package main

import (
	"fmt"
	"strings"
)

func main() {
	fmt.Printf("%q %q %q %q\n", strings.Repeat("ab", 3), strings.Repeat("", 1000), strings.Repeat("x", 0), strings.Repeat("世", 2))
	fmt.Println(len(strings.Repeat("0123456789", 10000)), strings.Repeat("-", 20))
	fmt.Printf("%q %q %q %q\n", strings.Join(nil, ","), strings.Join([]string{"a"}, ","), strings.Join([]string{"a", "", "c"}, ", "), strings.Join([]string{"x", "y"}, ""))
	defer func() { fmt.Println(recover()) }()
	fmt.Println(strings.Repeat("x", -1))
}
