// Article 2, 2.1: the loop with the variable passed as an argument.
package main

import "fmt"

func main() {
	for i := 0; i < 3; i++ {
		defer func(val int) { fmt.Println(val) }(i)
	}
}
