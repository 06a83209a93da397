// os.Exit does not run deferred calls.
package main

import (
	"fmt"
	"os"
)

func main() {
	defer fmt.Println("never printed")
	func() {
		defer fmt.Println("neither")
		fmt.Println("exit now")
		os.Exit(3)
	}()
}
