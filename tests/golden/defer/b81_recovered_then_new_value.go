// Panicking with another value after a recover prints both.
package main

import "fmt"

func main() {
	defer func() { panic(fmt.Sprint("wrapped ", recover())) }()
	panic("first")
}
