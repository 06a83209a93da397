// Deferred calls after the panicking statement do not exist.
package main

import "fmt"

func f(n int) {
	defer func() { fmt.Println("recovered:", recover()) }()
	for i := 0; i < 5; i++ {
		if i == n {
			panic(fmt.Sprint("at ", i))
		}
		defer fmt.Println("registered", i)
	}
	defer fmt.Println("after the loop")
}

func main() {
	f(2)
	f(0)
	f(9)
}
