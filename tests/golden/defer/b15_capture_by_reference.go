// A deferred closure sees captured variables when it runs; a loop variable is one per iteration.
package main

import "fmt"

func main() {
	x, s := 1, "one"
	defer func() { fmt.Println(x, s) }()
	x, s = 2, "two"
	for i, w := range []string{"a", "b", "c"} {
		defer func() { fmt.Println(i, w) }()
	}
	for i := 0; i < 3; i++ {
		y := i * i
		defer func() { fmt.Println(i, y) }()
		y++
	}
}
