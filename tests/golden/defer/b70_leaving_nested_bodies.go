// return, break, continue and goto out of nested bodies of ranges over functions keep the order of deferred calls.
package main

import "fmt"

func upTo(n int) func(func(int) bool) {
	return func(yield func(int) bool) {
		defer fmt.Println("iterator", n)
		for i := 0; i < n && yield(i); i++ {
		}
	}
}

func leaves(how string) (r string) {
	defer func() { fmt.Println("first", r) }()
outer:
	for i := range upTo(3) {
		defer fmt.Println("outer", i)
		for j := range upTo(4) {
			defer func() { fmt.Println("inner", i, j); r += "i" }()
			if j < 1 {
				continue
			}
			switch how {
			case "return":
				return "returned "
			case "break":
				break outer
			case "continue":
				continue outer
			case "goto":
				goto end
			}
			for k := range 2 {
				defer fmt.Println("plain loop", i, j, k)
			}
		}
	}
	defer fmt.Println("after the loops")
end:
	defer fmt.Println("last")
	return "ended "
}

func main() {
	for _, how := range []string{"return", "break", "continue", "goto", ""} {
		fmt.Println(leaves(how))
	}
}
