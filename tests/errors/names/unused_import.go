// Imports that are not used, also renamed ones.
package main

import (
	"errors" // ERROR `^"errors" imported and not used$`
	"fmt" // ERROR `^"fmt" imported and not used$`
	str "strings" // ERROR `^"strings" imported as str and not used$`
	_ "time"
)

func main() {
	fmt := 1
	_ = fmt
}
