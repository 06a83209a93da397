// Imports must be used, by their local name.
package main

import (
	"errors" // ERROR `^"errors" imported and not used`
	e2 "errors" // ERROR `^"errors" imported as e2 and not used`
	_ "fmt"
	. "io" // ERROR `^"io" imported and not used`
	"os"
	str "strings" // ERROR `^"strings" imported as str and not used`
)

func main() {
	os.Exit(0)
	var errors = 1
	_ = errors
}
