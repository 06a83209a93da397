// Article 1, 4.3: the deferred function recovers and panics again.
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
	nested()
}
