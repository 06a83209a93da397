// `defer recover()` in a function that the panic runs stops the panic, in a loop too.
package main

func once() {
	defer println("once ends")
	defer func() {
		defer recover()
		defer println("once: deferred")
	}()
	panic(1)
}

func loop() {
	defer println("loop ends")
	defer func() {
		for i := range 2 {
			defer recover()
			defer println("loop: deferred", i)
		}
	}()
	panic(2)
}

func helper() {
	defer recover()
}

func tooDeep() {
	defer func() { println("caught", recover().(int)) }()
	defer func() {
		for range 2 {
			defer helper()
		}
		helper()
	}()
	panic(3)
}

func main() {
	once()
	loop()
	tooDeep()
}
