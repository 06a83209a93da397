// An unrecovered panic of any goroutine ends the program; main's deferred calls do not run.
package main

import "fmt"

func main() {
	defer fmt.Println("never printed")
	block := make(chan int)
	go func() {
		defer fmt.Println("goroutine's call")
		panic("in a goroutine")
	}()
	<-block
}
