// range over a string decodes UTF-8; invalid bytes give U+FFFD and advance by one.
package main

import "fmt"

func main() {
	for _, s := range []string{"aé世😀", "", "\xff", "a\xc3", "\xe4\xb8", "\xed\xa0\x80", "\xc0\x80", "\xf4\x90\x80\x80", "\xf0\x9f\x98x", "é\x80b"} {
		fmt.Printf("%q:", s)
		for i, r := range s {
			fmt.Printf(" %d=%U", i, r)
		}
		fmt.Println()
	}
	n := 0
	for range "日本\xfe語" {
		n++
	}
	last := -1
	for i := range "日本語" {
		last = i
	}
	fmt.Println(n, last)
}
