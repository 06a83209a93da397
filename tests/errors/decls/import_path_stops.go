// After an import path that cannot be one, nothing more is said about the file.
package main

import (
	"no/such/package"
	_ "a!b" // ERROR `^invalid import path: a!b$`
	"c d"
	"fmt//x"
)

func main() { undefined() }
