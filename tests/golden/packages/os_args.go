// os.Args holds the program's arguments.
package main

import (
	"fmt"
	"os"
)

func main() {
	fmt.Println(len(os.Args), len(os.Args[0]) > 0)
	for i, a := range os.Args[1:] {
		fmt.Printf("%d %q\n", i, a)
	}
}
