// Captured variables are shared, and live as long as a literal that has them.
package main

import "fmt"

func outer() {
	x := 10
	defer func() {
		defer func() { fmt.Println(x) }()
		x = 20
	}()
}

func counter() func() {
	x := 10
	return func() {
		defer func() { fmt.Println(x) }()
		x++
	}
}

func main() {
	outer()
	count := counter()
	count()
	count()
}
