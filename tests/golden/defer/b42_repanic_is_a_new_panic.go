// Panicking again with the recovered value is a new panic: it starts where it is raised, and outer functions see it.
package main

import "errors"

var err = errors.New("an error")

func again() {
	defer println("again: older call")
	defer func() {
		e := recover()
		println("again: recovered", e.(error).Error())
		defer println("again: deferred by the deferred")
		panic(e)
	}()
	panic(err)
}

func twice() (r any) {
	defer func() { r = recover() }()
	again()
	return nil
}

func different() {
	defer func() {
		e := recover()
		println("different:", e.(int))
	}()
	defer func() {
		if e := recover(); e != nil {
			panic(e.(int) + 1)
		}
	}()
	defer func() {
		if e := recover(); e != nil {
			panic(e.(int) + 1)
		}
	}()
	panic(1)
}

func main() {
	println(twice() == any(err))
	different()
	again()
}
