// Article 1, 3.3: the main.go of the assembly comments, a deferred fmt.Println without operands.
package main

import "fmt"

func main() {
	defer fmt.Println()
	fmt.Print("no newline yet")
}
