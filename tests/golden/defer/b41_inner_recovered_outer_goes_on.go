// A panic raised and recovered inside a deferred call leaves the outer panic running.
package main

import "fmt"

func main() {
	defer func() { fmt.Println("outer recovered:", recover()) }()
	defer func() {
		func() {
			defer func() { fmt.Println("inner recovered:", recover()) }()
			panic("inner")
		}()
		fmt.Println("after the inner one")
	}()
	panic("outer")
}
