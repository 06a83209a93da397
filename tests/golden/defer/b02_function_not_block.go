// A deferred call runs at the end of the function, not of the block, once for each execution.
package main

import "fmt"

func main() {
	{
		defer fmt.Println("from the block")
		fmt.Println("end of block")
	}
	if true {
		defer fmt.Println("from the if")
	}
	for i := 0; i < 2; i++ {
		defer fmt.Println("from the loop", i)
		fmt.Println("end of iteration", i)
	}
	switch {
	default:
		defer fmt.Println("from the switch")
	}
	fmt.Println("end of main")
}
