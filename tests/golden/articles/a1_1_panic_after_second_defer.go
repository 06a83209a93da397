// Article 1, chapter 1, scenario table row 3: a panic after the second defer.
package main

import "fmt"

func main() {
	defer fmt.Println("d1")
	defer fmt.Println("d2")
	panic("boom")
	defer fmt.Println("d3")
}
