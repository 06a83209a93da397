// Article 2, 4.2: the closure in a loop, then the version with a parameter, then one variable outside of the loop.
package main

import "fmt"

func captured() {
	for i := 0; i < 3; i++ {
		defer func() {
			fmt.Println(i)
		}()
	}
}

func passed() {
	for i := 0; i < 3; i++ {
		defer func(val int) {
			fmt.Println(val)
		}(i)
	}
}

func shared() {
	var i int
	for i = 0; i < 3; i++ {
		defer func() {
			fmt.Println(i)
		}()
	}
}

func main() {
	fmt.Println("captured")
	captured()
	fmt.Println("passed")
	passed()
	fmt.Println("shared")
	shared()
}
