// A deferred call runs once even if it panics or recovers; the remaining ones still run.
package main

import "fmt"

func f() {
	defer fmt.Println("1")
	defer func() { fmt.Println("2 recovers", recover()) }()
	defer func() { fmt.Println("3"); panic("from 3") }()
	defer func() { fmt.Println("4 recovers", recover()) }()
	defer func() { fmt.Println("5"); panic("from 5") }()
	fmt.Println("body")
}

func main() {
	f()
	fmt.Println("returned")
}
