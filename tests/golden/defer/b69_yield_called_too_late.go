// The body is called although the loop has been left, has ended, or has panicked.
package main

import "fmt"

var kept func(int) bool

func insists(yield func(int) bool) {
	fmt.Println("yield", yield(1))
	yield(2)
}

func keeps(yield func(int) bool) {
	kept = yield
	yield(1)
}

func again(yield func(int) bool) {
	defer func() {
		fmt.Println("iterator recovers", recover())
		yield(2)
	}()
	yield(1)
}

func try(name string, f func()) {
	defer func() {
		e := recover()
		err, ok := e.(error)
		fmt.Println(name, ok)
		if ok {
			fmt.Println(err.Error())
		}
	}()
	f()
}

func main() {
	try("break", func() {
		for i := range insists {
			defer fmt.Println("deferred", i)
			break
		}
	})
	try("return", func() {
		for i := range insists {
			defer fmt.Println("deferred", i)
			return
		}
	})
	try("kept", func() {
		for i := range keeps {
			defer fmt.Println("deferred", i)
		}
		kept(2)
	})
	try("panic", func() {
		for i := range again {
			defer fmt.Println("deferred", i)
			panic("body")
		}
	})
}
