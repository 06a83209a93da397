// A panic in a goroutine crashes the program with status 2, printing the chain of that goroutine.
package main

import (
	"fmt"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		defer func() { fmt.Println("recovered", recover()) }()
		panic("first goroutine")
	}()
	wg.Wait()
	block := make(chan bool)
	go func() {
		defer func() { panic("second in deferred") }()
		var m map[int]int
		m[1]++
	}()
	<-block
}
