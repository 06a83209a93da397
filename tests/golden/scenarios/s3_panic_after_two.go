// A panic runs what has been registered; what stands behind it never is.
package main

import "fmt"

func panics() {
	defer fmt.Println("d1")
	defer fmt.Println("d2")
	panic("boom")
	defer fmt.Println("d3")
}

func main() {
	panics()
}
