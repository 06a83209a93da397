// Article 2, 3.2: the deferred call runs before the function returns to its caller.
package main

import "fmt"

func example() {
	defer fmt.Println("deferred")
	return
}

func main() {
	example()
	fmt.Println("returned")
}
