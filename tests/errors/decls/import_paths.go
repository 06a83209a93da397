// Import paths that are not valid or not there.
package main

import (
	"" // ERROR `^invalid import path: $`
	"no/such/package"
	"fmt "
)

func main() {}
