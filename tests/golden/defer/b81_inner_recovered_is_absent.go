// Panics recovered inside a deferred call do not show in the crash.
package main

func main() {
	defer func() {
		func() {
			defer func() { recover() }()
			panic("absent")
		}()
		panic("second")
	}()
	panic("first")
}
