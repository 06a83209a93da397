// Article 1, 4.2: the three levels of the drawing, and a variable that outlives its frame.
package main

import "fmt"

func outer() {
	x := 10
	anon1 := func() {
		anon2 := func() {
			defer func() { fmt.Println("anon3 reads:", x) }()
			x = 20
		}
		anon2()
		x = 30
	}
	anon1()
	fmt.Println("outer reads:", x)
}

func outlives() func() {
	x := 10
	return func() {
		defer func() { fmt.Println("defer reads:", x) }()
		x++
	}
}

func main() {
	outer()
	f := outlives()
	f()
	f()
}
