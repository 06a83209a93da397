// recover among the operands of a nested defer or go counts as called by the deferred function.
package main

import "fmt"

func nestedDefer() {
	defer func() {
		defer fmt.Println("nested defer argument:", recover())
		fmt.Println("first")
	}()
	panic("one")
}

func nestedGo() {
	done := make(chan bool)
	defer func() {
		go func(v any) {
			fmt.Println("go argument:", v)
			close(done)
		}(recover())
		<-done
	}()
	panic("two")
}

func main() {
	nestedDefer()
	nestedGo()
	fmt.Println("done")
}
