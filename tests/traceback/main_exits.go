// main's goroutine exits and nothing is left to do.
package main

import "runtime"

func main() {
	defer println("deferred")
	runtime.Goexit()
}
