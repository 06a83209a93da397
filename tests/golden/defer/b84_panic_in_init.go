// A panic in an init function: main never runs.
package main

import "fmt"

func init() { fmt.Println("first init") }

func init() {
	defer fmt.Println("deferred in the second init")
	var m map[int]int
	m[1] = 2
}

func init() { fmt.Println("third init never runs") }

func main() { fmt.Println("main never runs") }
