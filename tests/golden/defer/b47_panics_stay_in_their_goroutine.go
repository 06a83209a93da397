// recover in one goroutine does not see another's panic.
package main

import "fmt"

func main() {
	started, result := make(chan bool), make(chan any)
	go func() {
		defer func() { result <- recover() }()
		defer func() {
			started <- true
			<-started
		}()
		panic("other goroutine")
	}()
	func() {
		defer func() {
			<-started
			fmt.Println("here:", recover())
			started <- true
		}()
	}()
	fmt.Println("there:", <-result)
}
