// Article 1, 4.3, with an outer deferred function that catches the second panic.
package main

import "fmt"

func nested() {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("recovered:", r)
			panic("re-panic in defer")
		}
	}()
	panic("first panic")
}

func main() {
	defer fmt.Println("end of main")
	defer func() { fmt.Println("outer recovered:", recover()) }()
	nested()
}
