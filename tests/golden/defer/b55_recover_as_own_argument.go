// recover() among the operands of a defer statement is evaluated at once: nil.
package main

import "fmt"

func f() {
	defer fmt.Println("operand:", recover())
	panic("not stopped")
}

func main() {
	defer func() { fmt.Println("main:", recover()) }()
	f()
}
