// Article 1, 2.1: the function whose defer is said to be rewritten to deferproc.
package main

import "fmt"

func example() {
	defer fmt.Println("done")
}

func main() {
	example()
	fmt.Println("back in main")
}
