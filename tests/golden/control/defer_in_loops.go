// Deferred calls in loops with break, continue, goto and early returns.
package main

import "fmt"

func f(stop int) string {
	for i := 0; ; i++ {
		if i%2 == 1 {
			continue
		}
		defer fmt.Print("d", i, " ")
		if i >= stop {
			return fmt.Sprint("stopped at ", i)
		}
		if i > 5 {
			break
		}
	}
	i := 0
back:
	defer fmt.Print("g", i, " ")
	if i++; i < 3 {
		goto back
	}
	return "end"
}

func perIteration() {
	for i := range 3 {
		func() {
			defer fmt.Print("close", i, " ")
			fmt.Print("use", i, " ")
		}()
	}
}

func main() {
	fmt.Println(f(3))
	fmt.Println(f(100))
	perIteration()
	fmt.Println()
}
