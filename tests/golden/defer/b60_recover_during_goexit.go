// recover during Goexit is nil and does not stop it; a panic recovered there lets Goexit go on.
package main

import (
	"fmt"
	"runtime"
)

func main() {
	done := make(chan bool)
	go func() {
		defer close(done)
		defer func() { fmt.Println("outer:", recover()) }()
		func() {
			defer func() { fmt.Println("recovered in Goexit:", recover()) }()
			defer func() { panic("raised in Goexit") }()
			defer func() { fmt.Println("first:", recover()) }()
			runtime.Goexit()
		}()
		fmt.Println("never printed")
	}()
	<-done
	fmt.Println("main goes on")
}
