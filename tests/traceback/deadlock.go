// All goroutines wait; deferred calls are not run.
package main

import "sync"

func waits(group *sync.WaitGroup) {
	defer println("not run")
	group.Wait()
}

func main() {
	var group sync.WaitGroup
	group.Add(2)
	go waits(&group)
	var c chan int
	defer println("not run")
	func() {
		defer func() { recover() }()
		c <- 1
	}()
}
