// An iterator that recovers the panic of the body and returns as if nothing had happened is reported.
package main

import "fmt"

func swallows(yield func(int) bool) {
	defer func() { fmt.Println("iterator recovers", recover()) }()
	yield(1)
}

func replaces(yield func(int) bool) {
	defer func() {
		fmt.Println("iterator recovers", recover())
		panic("another")
	}()
	yield(1)
}

func try(name string, iterator func(func(int) bool)) {
	defer func() {
		e := recover()
		_, isError := e.(error)
		fmt.Println(name, e, isError)
	}()
	for i := range iterator {
		defer fmt.Println("deferred", i)
		panic("body")
	}
	fmt.Println("not reached")
}

func main() {
	try("swallows:", swallows)
	try("replaces:", replaces)
}
