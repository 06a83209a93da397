// Values written before a panic are visible to deferred closures.
package main

import "fmt"

func f(xs []int) (sum int) {
	last, text := -1, ""
	x := 0.5
	defer func() { fmt.Println(recover(), "sum", sum, "last", last, "text", text, "x", x) }()
	for i := 0; ; i++ {
		last = i
		sum += xs[i]
		text += fmt.Sprint(xs[i])
		x *= 2
	}
}

func main() {
	fmt.Println(f([]int{3, 4, 5}))
}
