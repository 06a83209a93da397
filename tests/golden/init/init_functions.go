// Several init functions run in the order of the file, after all variables; they cannot be called.
package main

import "fmt"

var log []string

func init() { log = append(log, "first", fmt.Sprint(x)) }

var x = func() int { log = append(log, "x"); return y * 2 }()

func init() {
	x++
	log = append(log, "second")
	func() { log = append(log, "literal in init") }()
}

var y = 21

func init() {
	done := make(chan bool)
	go func() { log = append(log, "goroutine"); done <- true }()
	<-done
}

func main() {
	fmt.Println(log, x)
}
