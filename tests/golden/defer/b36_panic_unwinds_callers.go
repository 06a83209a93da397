// A panic runs the deferred calls of the function, then of each caller, then crashes.
package main

import "fmt"

func a() { defer fmt.Println("a deferred"); b(); fmt.Println("a goes on") }
func b() { defer fmt.Println("b deferred"); c(); fmt.Println("b goes on") }
func c() { defer fmt.Println("c deferred"); panic("from c") }

func main() {
	defer fmt.Println("main deferred")
	a()
}
