// go.dev/issue/43921, 43939, 43941: no deferred call is missed or run twice where panics are recovered below frames whose
// own deferred calls are being run.
package main

func say(s string) { println(s) }

func level(n int) {
	defer say("level a")
	defer func() {
		defer say("inner")
		if n > 0 {
			level(n - 1)
		}
	}()
	defer func() {
		if n%2 == 0 {
			recover()
		}
	}()
	if n != 1 {
		defer say("conditional")
	}
	panic(n)
}

func swallow(f func()) {
	defer func() { println("swallowed", recover() != nil) }()
	f()
}

func afterRecovery() {
	defer say("last of afterRecovery")
	defer func() {
		defer func() { panic("second") }()
		recover()
		panic("third")
	}()
	for i := range 2 {
		defer swallow(func() {
			defer say("in the loop")
			if i == 0 {
				panic("loop")
			}
		})
	}
	panic("first")
}

func main() {
	swallow(func() { level(3) })
	swallow(afterRecovery)
	swallow(func() {
		defer func() {
			swallow(func() { level(2) })
			say("still panicking")
		}()
		defer say("before")
		panic("outer")
	})
}
