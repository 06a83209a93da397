// An import path that is not valid.
package main

import (
	"" // ERROR `^invalid import path: $`
)

func main() {}
