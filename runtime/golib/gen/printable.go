// Command printable writes go/strconv/printable.go: the table of printable characters, taken from
// the package unicode of the Go installation that runs it.
//
//	go run gen/printable.go >go/strconv/printable.go
package main

import (
	"fmt"
	"os"
	"unicode"
)

func main() {
	var small, large []rune
	in := false
	for r := rune(0); r <= unicode.MaxRune+1; r++ {
		if is := unicode.IsPrint(r); is != in {
			in = is
			if r < 0x10000 {
				small = append(small, r)
			} else {
				large = append(large, r)
			}
		}
		if r == 0xffff && in {
			fmt.Fprintln(os.Stderr, "the last character below 0x10000 must not be printable")
			os.Exit(1)
		}
	}
	var table []byte
	table = append(table, byte(len(small)>>8), byte(len(small)))
	for _, r := range small {
		table = append(table, byte(r>>8), byte(r))
	}
	for _, r := range large {
		table = append(table, byte(r>>16), byte(r>>8), byte(r))
	}
	fmt.Printf("package strconv\n\n// Written by gen/printable.go for Unicode %s.\n\n", unicode.Version)
	fmt.Printf("// printable is the table of IsPrint, see internal/runeset.\nconst printable = \"\" +\n")
	const line = 24
	for i := 0; i < len(table); i += line {
		end, plus := i+line, " +"
		if end >= len(table) {
			end, plus = len(table), ""
		}
		fmt.Print("\t\"")
		for _, b := range table[i:end] {
			fmt.Printf("\\x%02x", b)
		}
		fmt.Printf("\"%s\n", plus)
	}
}
