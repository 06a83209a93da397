// Article 1, 2.4: recover in the middle of the deferred calls, which does not end their walk.
package main

import "fmt"

func demo() {
	defer fmt.Println("defer 1")
	defer func() {
		fmt.Println("defer 2: before recover")
		if r := recover(); r != nil {
			fmt.Println("recovered:", r)
		}
		fmt.Println("defer 2: after recover")
	}()
	defer fmt.Println("defer 3")
	panic("boom")
}

func main() {
	demo()
	fmt.Println("demo returned normally")
}
