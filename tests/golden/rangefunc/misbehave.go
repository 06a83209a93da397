package main

import "fmt"

func try(name string, f func()) {
	defer func() {
		r := recover()
		e, ok := r.(error)
		fmt.Println(name, ok, e, r)
	}()
	f()
	fmt.Println(name, "returned")
}

func main() {
	ignores := func(yield func(int) bool) { yield(1); yield(2) }
	try("ignores false", func() {
		for range ignores {
			break
		}
	})
	try("ignores return", func() {
		for range ignores {
			return
		}
	})
	var kept func(int) bool
	keeps := func(yield func(int) bool) { kept = yield; yield(1) }
	try("after the loop", func() {
		for x := range keeps {
			fmt.Println(x)
		}
		kept(2)
	})
	try("after break", func() {
		for range keeps {
			break
		}
		kept(2)
	})
	swallow := func(yield func(int) bool) {
		func() {
			defer func() { recover() }()
			yield(1)
		}()
	}
	try("swallowed panic", func() {
		for range swallow {
			panic("lost")
		}
	})
	again := func(yield func(int) bool) {
		func() {
			defer func() { recover() }()
			yield(1)
		}()
		yield(2)
	}
	try("after a panic", func() {
		for x := range again {
			panic(x)
		}
	})
	try("panic goes on", func() {
		for x := range ignores {
			panic(fmt.Sprint("value ", x))
		}
	})
	try("nested", func() {
		for range ignores {
			for range ignores {
				return
			}
		}
	})
	try("recursive", func() {
		var self func(int) bool
		f := func(yield func(int) bool) { self = yield; yield(0) }
		for x := range f {
			self(x + 1)
		}
	})
	try("nil iterator", func() {
		var f func(func() bool)
		for range f {
			fmt.Println("never")
		}
	})
	for range ignores {
		break
	}
}
