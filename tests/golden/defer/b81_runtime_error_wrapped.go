// A runtime error that is wrapped in a newer panic, after recovery.
package main

import "fmt"

func main() {
	defer func() {
		r := recover()
		panic(fmt.Errorf("while indexing: %w", r.(error)))
	}()
	var xs []string
	fmt.Println(xs[0])
}
