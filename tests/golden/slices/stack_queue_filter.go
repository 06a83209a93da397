// A stack, a queue and a filter in place, built from append and slicing.
package main

import "fmt"

func main() {
	var stack []string
	for _, w := range []string{"a", "b", "c"} {
		stack = append(stack, w)
	}
	for len(stack) > 0 {
		top := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		fmt.Print(top, " ")
	}
	queue := []int{1}
	for i := 0; len(queue) > 0 && i < 8; i++ {
		head := queue[0]
		queue = append(queue[1:], head*2, head*2+1)
		fmt.Print(head, " ")
	}
	fmt.Println(len(queue))
	xs := []int{5, 2, 8, 3, 9, 4}
	kept := xs[:0]
	for _, x := range xs {
		if x%2 == 0 {
			kept = append(kept, x)
		}
	}
	fmt.Println(kept, xs)
	for i, j := 0, len(xs)-1; i < j; i, j = i+1, j-1 {
		xs[i], xs[j] = xs[j], xs[i]
	}
	fmt.Println(xs, kept)
	clear(xs[1:3])
	fmt.Println(xs)
}
