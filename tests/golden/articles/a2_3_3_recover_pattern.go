// Article 2, 3.3: the recover pattern, around a function that panics.
package main

import "fmt"

func guarded(f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Printf("recovered: %v\n", r)
		}
	}()
	f()
	fmt.Println("no panic")
}

func main() {
	guarded(func() {})
	guarded(func() { panic("something went wrong") })
	guarded(func() { panic(fmt.Errorf("error %d", 7)) })
	fmt.Println("still running")
}
