// go.dev/issue/61895: defer statements that are never reached, some the only ones of their function.
package main

func say(s string) { println(s) }

func afterLoop() {
	for {
		say("once")
		panic("out")
	}
	defer say("dead")
}

func afterPanic(n int) {
	if n > 0 {
		panic(n)
		defer say("dead")
	}
	defer say("alive")
	return
	defer func() {
		defer say("dead")
	}()
}

func constant() {
	if false {
		defer say("dead")
		for {
			defer say("dead")
		}
	}
	switch 1 {
	case 2:
		defer say("dead")
	}
	goto end
	defer say("dead")
end:
	say("end")
}

func try(f func()) {
	defer func() { println(recover() != nil) }()
	f()
}

func main() {
	try(afterLoop)
	try(func() { afterPanic(0) })
	try(func() { afterPanic(1) })
	try(constant)
}
