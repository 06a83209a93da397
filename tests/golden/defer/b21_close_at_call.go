// `defer close(ch)` captures ch at the statement; nil and closed channels panic at the call.
package main

import "fmt"

func try(name string, ch chan int, also bool) {
	defer func() { fmt.Println(name, "recovered:", recover()) }()
	other := make(chan int)
	defer close(ch)
	if also {
		close(ch)
	}
	ch = other
	fmt.Println(name, "body")
}

func main() {
	ch := make(chan int)
	try("open", ch, false)
	_, ok := <-ch
	fmt.Println("closed:", !ok)
	try("nil", nil, false)
	try("closed", make(chan int), true)
}
