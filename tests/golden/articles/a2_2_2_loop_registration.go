// Article 2, 2.2: each execution of the statement registers a call.
package main

import "fmt"

func example() {
	for i := 0; i < 3; i++ {
		defer fmt.Println("defer:", i)
	}
}

func main() {
	example()
}
