// go.dev/issue/71675: functions that never return normally, whose ranges over functions defer what recovers.
package main

func twice(yield func(int) bool) {
	_ = yield(0) && yield(1)
}

func panics() {
	for i := range twice {
		defer func() { println("panics", i, recover() != nil) }()
	}
	panic("always")
}

func loops() {
	for i := range twice {
		defer func() { println("loops", i, recover() != nil) }()
	}
	for {
		panic("in a loop")
	}
}

func withResult() (r int) {
	for i := range twice {
		defer func() {
			if recover() != nil {
				r = 10 + i
			}
		}()
	}
	var p *int
	return *p
}

func nested() {
	for range twice {
		for i := range twice {
			defer func() { println("nested", i, recover() != nil) }()
		}
		defer panic("replaced")
	}
	panic("always")
}

func main() {
	panics()
	loops()
	println(withResult())
	nested()
}
