// All goroutines asleep is a fatal error: no deferred call runs.
package main

import "fmt"

func main() {
	defer fmt.Println("never printed")
	defer func() { recover() }()
	ch := make(chan int)
	fmt.Println("before")
	<-ch
}
