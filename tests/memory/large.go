// Keeps large objects until there is no memory.
package main

import "fmt"

var keep [][]byte

func main() {
	fmt.Println("start")
	for {
		b := make([]byte, 16<<20)
		for i := 0; i < len(b); i += 4096 {
			b[i] = 1
		}
		keep = append(keep, b)
	}
}
