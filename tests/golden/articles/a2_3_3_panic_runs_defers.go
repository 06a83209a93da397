// Article 2, 3.3: a panic runs the registered calls and ends the program.
package main

import "fmt"

func example() {
	defer fmt.Println("first defer")
	defer fmt.Println("second defer")
	panic("something went wrong")
}

func main() {
	example()
}
