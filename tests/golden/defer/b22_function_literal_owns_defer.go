// A defer in a function literal belongs to the literal, in a goroutine to its function.
package main

import "fmt"

func main() {
	defer fmt.Println("main's")
	func() {
		defer fmt.Println("literal's")
		fmt.Println("in the literal")
	}()
	done := make(chan bool)
	go func() {
		defer close(done)
		defer fmt.Println("goroutine's")
		fmt.Println("in the goroutine")
	}()
	<-done
	fmt.Println("end of main")
}
