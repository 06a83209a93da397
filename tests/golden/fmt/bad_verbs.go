// Wrong verbs, missing and extra arguments, bad widths and indices are reported in the output.
package main

import "fmt"

func main() {
	f := fmt.Sprintf
	no, half, extra := "%!", "%d %s", "%d"
	fmt.Println(f("%z", 1), f("%d", "s"), f("%s", 5), f("%t", 1), f("%x", true), f("%c", "s"), f("%q", 1.5), f("%f", "x"), f("%e", 1))
	fmt.Println(f(half, 1), f(extra, 1, 2, "three"), f(no), f("%"), f("100%%"), f("%-"), f("abc%"))
	fmt.Println(f("%d %d", []any{1, "x"}, struct{ a, b any }{1, "s"}), f("%s", nil), f("%d", nil), f("%v", nil))
	fmt.Println(f("%[2]d %[1]d", 1, 2), f("%[3]d", 1), f("%[x]d", 1), f("%[1]d %d", 1, 2), f("%[2]*[1]d|", 5, 4))
	fmt.Println(f("%*d|%-*d|%.*f|%0*d", 4, 1, 4, 2, 2, 3.14159, 5, 6), f("%*d", "x", 1), f("%.*f", -1, 2.5), f("%*d|", -4, 3))
	fmt.Println(f("%!d", 1), f("%d", struct{ x string }{"s"}), f("%s", []int{1}), f("%d", map[string]int{"a": 1}), f("%s", map[string]int{"a": 1}))
	fmt.Println(f("%s", error(nil)), f("%p", 1), f("%w", 1), f("%v %!", 1))
	fmt.Println(f("%6.2d|%6.2v|%06.2v", 1, 2.0, 3.0), f("%999999999d", 1) != "")
}
