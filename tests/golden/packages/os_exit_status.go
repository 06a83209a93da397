// os.Exit ends with the given status; what was written before is there.
package main

import (
	"fmt"
	"os"
)

func main() {
	fmt.Print("without newline")
	fmt.Fprint(os.Stderr, "to stderr")
	go func() { fmt.Print("") }()
	os.Exit(41)
}
