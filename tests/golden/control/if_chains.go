// if with init statements, else-if chains, scopes, short circuits.
package main

import "fmt"

func t(s string, b bool) bool {
	fmt.Print(s, " ")
	return b
}

func sign(n int) string {
	if n < 0 {
		return "neg"
	} else if n == 0 {
		return "zero"
	} else {
		return "pos"
	}
}

func main() {
	if x := 5; x > 3 {
		fmt.Println("big", x)
	} else if y := x * 2; y > 3 {
		fmt.Println(y)
	}
	if t("a", false) && t("b", true) || t("c", true) && !t("d", false) {
		fmt.Println("yes")
	}
	if t("e", true) || t("f", true) {
		fmt.Println("short")
	}
	b := t("g", false) || (t("h", true) && t("i", false)) == t("j", false)
	fmt.Println(b, sign(-1), sign(0), sign(5))
	var p *struct{ n int }
	if p != nil && p.n > 0 {
		fmt.Println("never")
	}
	m := map[string]int{"a": 1}
	if v, ok := m["a"]; !ok {
	} else if w, ok := m["b"]; !ok {
		fmt.Println(v, w, ok)
	}
}
