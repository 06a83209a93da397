// Calls from loops and from plain statements of one function keep one order.
package main

import "fmt"

func f(n int) (out []string) {
	defer func() { out = append(out, "first") }()
	for i := 0; i < n; i++ {
		defer func() { out = append(out, fmt.Sprint("loop", i)) }()
		if i == 1 {
			defer func() { out = append(out, "in if") }()
		}
	}
	defer func() { out = append(out, "last") }()
	return nil
}

func main() {
	fmt.Println(f(0))
	fmt.Println(f(1))
	fmt.Println(f(3))
}
