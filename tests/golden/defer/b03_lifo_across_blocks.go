// Calls run in reverse order of execution of their statements, also in mixed blocks.
package main

import "fmt"

func run(flags int) {
	defer fmt.Println("always 1")
	if flags&1 != 0 {
		defer fmt.Println("flag 1")
	}
	defer fmt.Println("always 2")
	if flags&2 != 0 {
		defer fmt.Println("flag 2")
	} else {
		defer fmt.Println("no flag 2")
	}
	if flags&4 != 0 {
		return
	}
	defer fmt.Println("late")
}

func main() {
	for flags := 0; flags < 8; flags++ {
		fmt.Println("flags", flags)
		run(flags)
	}
}
