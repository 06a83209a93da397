// A crash by a runtime error prints its text and ends with status 2.
package main

import "fmt"

func main() {
	defer fmt.Println("deferred")
	xs := []int{1, 2, 3}
	i := 3
	xs[i] = 4
}
