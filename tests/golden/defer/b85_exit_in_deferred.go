// The status of os.Exit in a deferred call wins, also while panicking.
package main

import (
	"fmt"
	"os"
)

func main() {
	defer fmt.Println("not run")
	defer os.Exit(7)
	defer fmt.Println("run")
	panic("replaced by the exit")
}
