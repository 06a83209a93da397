// A panic recovered while Goexit runs deferred calls does not stop the Goexit (go.dev/issue/29226).
package main

import "runtime"

func inGoroutine(f func()) {
	done := make(chan bool)
	go func() {
		defer close(done)
		defer func() { println("last recover is nil:", recover() == nil) }()
		f()
		println("not reached")
	}()
	<-done
}

func recoverAndGoOn() {
	defer func() { recover() }()
	panic(1)
}

func main() {
	inGoroutine(func() {
		defer func() { println("recovered", recover().(string)) }()
		defer func() { panic("in goexit") }()
		runtime.Goexit()
	})
	inGoroutine(func() {
		defer recoverAndGoOn()
		defer func() {
			defer func() { println("nested", recover().(string)) }()
			panic("nested in goexit")
		}()
		runtime.Goexit()
	})
	inGoroutine(func() {
		defer func() {
			defer runtime.Goexit()
			println("goexit during a panic, recover:", recover().(string))
		}()
		panic("first")
	})
	inGoroutine(func() {
		for i := range 3 {
			defer func() {
				defer func() { println("loop", i, recover() != nil) }()
				if i != 1 {
					panic(i)
				}
			}()
		}
		runtime.Goexit()
	})
}
