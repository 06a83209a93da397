// A stack overflow ends the program: no deferred call runs, nothing recovers.
package main

import "runtime/debug"

func deep(n int) int {
	defer func() { recover() }()
	return deep(n+1) + 1
}

func main() {
	debug.SetMaxStack(1 << 20)
	defer println("not run")
	defer func() { println("not recovered", recover() != nil) }()
	println(deep(0))
}
