// Article 2, 2.1: two defers in reverse order.
package main

import "fmt"

func example() {
	defer fmt.Println("first")
	defer fmt.Println("second")
}

func main() {
	example()
}
