// Article 2, 2.1: deferred closures over a loop variable (each iteration has its own).
package main

import "fmt"

func main() {
	for i := 0; i < 3; i++ {
		defer func() { fmt.Println(i) }()
	}
}
