// Import declarations: unused, duplicate, unknown and misnamed.
package main

import (
	"fmt"
	. "os" // ERROR `^"os" imported and not used$`
	_ "strings"
	f "fmt" // ERROR `^"fmt" imported as f and not used$`
	"time" // ERROR `^"time" imported and not used$`
	time2 "time"
	errors "strconv" // ERROR `^"strconv" imported as errors and not used$`
	"errors" // ERROR `^errors redeclared in this block\n\t\./imports\.go:11:2: other declaration of errors$` `^"errors" imported and not used$`
)

func main() {
	fmt.Println(time2.Second)
}
