// Article 1, 4.2: a deferred closure reads the variable when it runs.
package main

import "fmt"

func outer() {
	x := 10
	defer func() { fmt.Println("defer reads:", x) }()
	x = 20
}

func main() {
	outer()
}
